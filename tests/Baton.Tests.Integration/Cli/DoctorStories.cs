using System.Runtime.Versioning;

namespace Baton.Tests.Integration.Cli;

/// <summary><c>baton doctor</c> over stores that are sound, missing, damaged and closed.</summary>
public sealed class DoctorStories : IDisposable
{
    private readonly Machine _machine = new();

    public void Dispose() => _machine.Dispose();

    [Fact]
    public async Task Where_nothing_is_yet_nothing_is_wrong_and_nothing_is_made()
    {
        var said = await _machine.Run("doctor");
        said.Code.ShouldBe(0, said.Output);
        said.Output.ShouldContain("is not there yet: the first run makes it");
        File.Exists(_machine.Database).ShouldBeFalse();
        Directory.Exists(Path.GetDirectoryName(_machine.Database)).ShouldBeFalse();
    }

    [Fact]
    public async Task A_store_in_use_is_well_and_the_json_has_its_documented_shape()
    {
        (await _machine.Run("run", "--", "true")).Code.ShouldBe(0);
        var said = await _machine.Run("doctor", "--json");
        said.Code.ShouldBe(0, said.Errors);
        JsonShape.Of(said.Output).ShouldBe(JsonShape.Shown("doctor --json"));
        var cleaned = await _machine.Run("cleanup", "--purge", "--json");
        JsonShape
            .Of(cleaned.Output)
            .ShouldBe(
                JsonShape
                    .Shown("cleanup --purge --json")
                    .Replace("{kind:,run:,path:}", "", StringComparison.Ordinal)
                    .Replace("{run:,what:,why:}", "", StringComparison.Ordinal)
            );
    }

    [Fact]
    public async Task Quiet_says_nothing_and_the_code_tells()
    {
        (await _machine.Run("run", "--", "true")).Code.ShouldBe(0);
        (await _machine.Run("doctor", "--quiet")).ShouldBe(new Ended(0, "", ""));
        await File.WriteAllTextAsync(Path.Combine(_machine.Checkout, "baton.yml"), "group: {}\n");
        (await _machine.Run("doctor", "--quiet")).ShouldBe(new Ended(83, "", ""));
        (await _machine.Run("doctor")).Output.ShouldContain(
            "problem  configuration: baton.yml:1:1: group: this key is not known\n         mend: did you mean groups?"
        );
    }

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public async Task Folders_that_can_not_be_listed_are_told_by_the_doctor_and_stop_a_cleanup()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows() || Environment.IsPrivilegedProcess, "whom no file mode keeps out");
        (await _machine.Run("run", "--", "true")).Code.ShouldBe(0);
        var closed = Directory.CreateDirectory(_machine.At("closed"));
        closed.UnixFileMode = UnixFileMode.UserWrite | UnixFileMode.UserExecute;
        _machine.Variables["TMPDIR"] = closed.FullName;
        var said = await _machine.Run("doctor");
        said.Code.ShouldBe(0, said.Errors);
        said.Output.ShouldContain("warning  leftovers: this user can't look for what dead runs left");
        (await _machine.Run("doctor", "--quiet")).ShouldBe(new Ended(0, "", ""));
        var cleaned = await _machine.Run("cleanup");
        cleaned.Code.ShouldBe(69, cleaned.Errors);
        cleaned.Errors.ShouldContain("this user can't look for what the dead left");
        closed.UnixFileMode |= UnixFileMode.UserRead; // so that it can be removed
    }

    [Theory]
    [InlineData("truncated")]
    [InlineData("empty")]
    [InlineData("other")]
    [InlineData("gone")]
    public async Task A_damaged_store_is_told_with_how_to_mend_it_and_stays_as_it_is(string damage)
    {
        (await _machine.Run("run", "--", "true")).Code.ShouldBe(0);
        Damage(damage);
        var before = Content();
        var said = await _machine.Run("doctor");
        said.Code.ShouldBe(83, said.Output);
        said.Output.ShouldContain("problem  store: ");
        said.Output.ShouldContain("mend: ");
        Content().ShouldBe(before);
    }

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public async Task A_store_that_cannot_be_written_is_a_problem_and_can_still_be_looked_at()
    {
        (await _machine.Run("run", "--", "true")).Code.ShouldBe(0);
        Assert.SkipWhen(OperatingSystem.IsWindows() || Environment.IsPrivilegedProcess, "whom no file mode keeps out");
        File.SetUnixFileMode(_machine.Database, UnixFileMode.UserRead);
        var said = await _machine.Run("doctor");
        said.Code.ShouldBe(83);
        said.Output.ShouldContain("this user can't write");
        said.Output.ShouldContain("chmod u+w");
        said.Output.ShouldContain("the audit is whole");
    }

    [Fact]
    public async Task A_machine_that_is_thrown_away_needs_a_store_elsewhere()
    {
        var service = new Dictionary<string, string>
        {
            ["GITHUB_ACTIONS"] = "true",
            ["RUNNER_ENVIRONMENT"] = "github-hosted",
        };
        var said = await _machine.Start(service, "doctor").End();
        said.Code.ShouldBe(83);
        said.Output.ShouldContain("problem  store-name: this machine is thrown away after the job");
    }

    [Fact]
    public async Task A_wrong_option_gets_the_nearest_one()
    {
        var said = await _machine.Run("doctor", "--quite");
        said.Code.ShouldBe(64);
        said.Errors.ShouldContain("did you mean --quiet?");
    }

    private void Damage(string how)
    {
        switch (how)
        {
            case "gone":
                File.Delete(_machine.Database);
                break;
            case "other":
                File.WriteAllText(_machine.Database, new string('x', 8192));
                break;
            default:
                File.Delete(_machine.Database + "-wal");
                File.Delete(_machine.Database + "-shm");
                using (var file = File.OpenWrite(_machine.Database))
                    file.SetLength(how == "empty" ? 0 : 3 * 4096);
                break;
        }
    }

    private string Content() =>
        string.Join(
            ' ',
            ((string[])["", "-wal", "-line"])
                .Select(suffix => _machine.Database + suffix)
                .Select(path => File.Exists(path) ? Convert.ToHexString(File.ReadAllBytes(path)) : "none")
        );
}
