using Baton.Engine.Commands;
using Baton.Engine.Runs;

namespace Baton.Tests.Engine.Tables;

public sealed class NewerTests
{
    [Theory]
    [InlineData("ci 8 1", "ci 7 2", true)]
    [InlineData("ci 7 2", "ci 8 1", false)]
    [InlineData("ci 7 2", "ci 7 1", true)]
    [InlineData("ci 7 1", "ci 7 2", false)]
    [InlineData("ci 7 1", "ci 7 1", true)]
    [InlineData("ci 3 1", "deploy 9 1", true)]
    [InlineData("ci - 1", "ci 9 1", true)]
    [InlineData("- 3 1", "- 9 1", true)]
    public void Within_one_workflow_the_number_decides_then_the_attempt_else_the_arrival(
        string later,
        string earlier,
        bool newer
    ) => RunOf(later, 2).IsNewerThan(RunOf(earlier, 1)).ShouldBe(newer);

    [Theory]
    [InlineData(20, 20, true)]
    [InlineData(80, 20, true)]
    [InlineData(19, 20, false)]
    public void Only_one_of_no_lower_priority_takes_the_place_of_another(int later, int earlier, bool may) =>
        (RunOf("- - 1", 2) with { Priority = later })
            .MayReplace(RunOf("- - 1", 1) with { Priority = earlier })
            .ShouldBe(may);

    private static Run RunOf(string origin, long arrival)
    {
        var parts = origin.Split(' ');
        return new Run
        {
            Id = new("r" + arrival),
            Ask = new Ask
            {
                Run = new("r" + arrival),
                Request = new("q" + arrival),
                Owner = Owner.Unknown,
                Needs = [],
                Origin = new()
                {
                    Workflow = parts[0] == "-" ? null : parts[0],
                    Number =
                        parts[1] == "-"
                            ? null
                            : long.Parse(parts[1], System.Globalization.CultureInfo.InvariantCulture),
                    Attempt = int.Parse(parts[2], System.Globalization.CultureInfo.InvariantCulture),
                },
            },
            State = RunState.Waiting,
            AskedAt = default,
            Place = new(Standing.Ready, 0, arrival),
            Needs = [],
            Priority = 20,
        };
    }
}
