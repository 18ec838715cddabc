using Baton.Cli.Commands;
using Baton.Cli.Options;
using Baton.Tests.Support;

namespace Baton.Tests.Cli;

public sealed class CommandLineTests : IDisposable
{
    private readonly Desk desk = new();

    public void Dispose() => desk.Dispose();

    [Theory]
    [InlineData("runn", "there is no command runn: did you mean run?")]
    [InlineData("", "a command is missing")]
    [InlineData("audit verfy", "there is no command verfy: did you mean verify?")]
    [InlineData("run --grup x -- true", "there is no option --grup: did you mean --group?")]
    [InlineData("--group x", "there is no option --group before a command: baton COMMAND [OPTIONS]")]
    [InlineData("run -- ", "the command to run is missing: baton run -- COMMAND…")]
    [InlineData("run --group demo", "the command to run is missing: baton run -- COMMAND…")]
    [InlineData(
        "run echo hello",
        "echo is not an option: a command to run stands after --, as in baton run -- echo hello"
    )]
    [InlineData("run --priority", "--priority needs a value: --priority N")]
    [InlineData("run --priority 101 -- true", "--priority: \"101\" is not a number from 0 to 100")]
    [InlineData("run --priority 1 --priority 2 -- true", "--priority is given twice: give it once")]
    [InlineData("run --lease 1s -- true", "--lease: 1s is not between 5s and 1d")]
    [InlineData(
        "run --max-wait 30 -- true",
        "--max-wait: 30 has no unit; a span of time like 250ms, 90s, 30m, 1h30m or 2d was expected"
    )]
    [InlineData(
        "run --policy que -- true",
        "--policy: \"que\" is not one of queue, skip, latest, cancel-running, preempt"
    )]
    [InlineData(
        "run --policy qeue -- true",
        "--policy: \"qeue\" is not one of queue, skip, latest, cancel-running, preempt (did you mean queue?)"
    )]
    [InlineData("run --group =2 -- true", "--group: NAME, NAME=UNITS or NAME=exclusive was expected")]
    [InlineData("run --group a=0 -- true", "--group: \"0\" after the = is neither units (1 to 1000000) nor exclusive")]
    [InlineData(
        "run --store mysql://x -- true",
        "--store: sqlite:PATH, git:REMOTE, postgres://HOST/DATABASE or https://HOST was expected"
    )]
    [InlineData("run --json=maybe -- true", "--json: \"maybe\" is neither true nor false")]
    [InlineData("status now", "now is one word too many: baton status")]
    [InlineData("why", "RUN is missing: baton why RUN")]
    [InlineData("status -- true", "baton status runs no command: leave -- and what follows it out")]
    public void A_mistake_is_told_with_what_was_expected(string line, string problem) =>
        Refused(line)[0].ShouldStartWith(problem);

    [Fact]
    public void All_mistakes_in_values_are_told_at_once() =>
        Refused("run --priority x --lease y -- true").Count.ShouldBe(2);

    [Fact]
    public void What_stands_after_the_dashes_is_never_looked_at() =>
        Invoked("run --group demo -- --help --group x").Command.ShouldBe(["--help", "--group", "x"]);

    [Fact]
    public void Where_no_command_is_run_the_dashes_end_the_options() =>
        Invoked("eval --json -- -1").Words.ShouldBe(["-1"]);

    [Fact]
    public void A_value_may_stand_behind_an_equals_sign_and_hold_one() =>
        Invoked("run --group=gpu=2 -- true").Values.All(RequestOptions.Group)[0].Units.ShouldBe(2);

    [Fact]
    public void An_option_that_repeats_keeps_the_order() =>
        Invoked("run -g a --group b -g c -- true")
            .Values.All(RequestOptions.Group)
            .Select(group => group.Name)
            .ShouldBe(["a", "b", "c"]);

    [Fact]
    public void A_flag_wins_over_its_variable()
    {
        desk.Variables["BATON_PRIORITY"] = "30";
        desk.Variables["BATON_LEASE"] = "90s";
        var call = Invoked("run --priority 40 -- true");
        call.Get(RequestOptions.Priority).ShouldBe(40);
        call.Get(RequestOptions.Lease).ShouldBe(TimeSpan.FromSeconds(90));
    }

    [Fact]
    public void A_variable_of_an_option_that_repeats_has_one_value_a_line()
    {
        desk.Variables["BATON_KEY"] = "a\nb\n";
        Invoked("run -- true").Values.All(RequestOptions.Key).Select(key => key.Name).ShouldBe(["a", "b"]);
    }

    [Fact]
    public void A_wrong_variable_is_named()
    {
        desk.Variables["BATON_PRIORITY"] = "high";
        Refused("run -- true").ShouldBe(["BATON_PRIORITY: \"high\" is not a number from 0 to 100"]);
    }

    [Fact]
    public void A_store_with_a_password_is_refused_without_repeating_it() =>
        Refused("run --store postgres://me:secret@db/x -- true")[0].ShouldNotContain("secret");

    [Theory]
    [InlineData("--help")]
    [InlineData("help")]
    [InlineData("run --help")]
    [InlineData("help audit list")]
    [InlineData("audit --help")]
    [InlineData("run --priority nonsense -h -- true")]
    public void Help_is_given_wherever_it_is_asked_for(string line) => Read(line).ShouldBeOfType<CommandReading.Help>();

    [Fact]
    public void The_version_is_asked_for_in_two_ways()
    {
        Read("--version").ShouldBeOfType<CommandReading.Version>();
        Read("version").ShouldBeOfType<CommandReading.Version>();
    }

    private IReadOnlyList<string> Refused(string line) => Read(line).ShouldBeOfType<CommandReading.Refused>().Problems;

    private Invocation Invoked(string line) => Read(line).ShouldBeOfType<CommandReading.Invoke>().Invocation;

    private CommandReading Read(string line) =>
        new CommandLine(VerbTree.Root, desk.Surroundings).Read(line.Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
