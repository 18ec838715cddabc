using Baton.Cli;
using Baton.Cli.Commands;
using Baton.Tests.Support;
using Baton.Tests.Tidy;

namespace Baton.Tests.Cli;

public sealed class EntryTests : IDisposable
{
    private readonly Desk desk = new();

    public void Dispose() => desk.Dispose();

    [Fact]
    public async Task The_version_says_what_it_runs_on()
    {
        (await Run("--version")).ShouldBe(0);
        desk.Output.ShouldStartWith($"baton {ProgramVersion.Number} (.NET ");
        Repository.Read("Directory.Build.props").ShouldContain($"<Version>{ProgramVersion.Number}</Version>");
    }

    [Fact]
    public async Task A_wrong_command_line_is_told_on_standard_error()
    {
        (await Run("run", "--grup", "x")).ShouldBe(64);
        desk.Output.ShouldBeEmpty();
        desk.Complaints.ShouldBe(
            "baton: there is no option --grup: did you mean --group?\nbaton: baton run --help tells what there is\n"
        );
    }

    [Fact]
    public async Task A_wrong_file_of_settings_is_told_with_its_line()
    {
        desk.Write("baton.yml", "scope: acme/shop\ngroup: {}\n");
        (await Run("status")).ShouldBe(78);
        desk.Complaints.ShouldStartWith("baton: baton.yml:2:1: ");
    }

    [Fact]
    public async Task To_look_at_a_store_that_is_not_there_makes_none()
    {
        (await Run("status", "--scope", "acme/shop")).ShouldBe(0);
        desk.Output.ShouldBe("acme/shop: 0 running, 0 waiting\n");
        (await Run("audit", "list")).ShouldBe(0);
        (await Run("audit", "verify")).ShouldBe(0);
        (await Run("why", "01")).ShouldBe(66);
        Directory.GetFileSystemEntries(desk.Folder).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_audit_that_is_known_from_outside_and_not_there_is_broken() =>
        (await Run("audit", "verify", "--head", $"1:{new string('a', 64)}")).ShouldBe(82);

    private async Task<int> Run(params string[] words) => await Entry.RunAsync(VerbTree.Root, words, desk.Surroundings);
}
