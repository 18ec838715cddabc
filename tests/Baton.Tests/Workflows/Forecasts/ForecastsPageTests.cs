using Baton.Tests.Support;

namespace Baton.Tests.Workflows.Forecasts;

/// <summary>The table of groups that were worked out by hand says what the program says.</summary>
public sealed class ForecastsPageTests
{
    [Fact]
    public void The_groups_worked_out_by_hand_are_foretold()
    {
        var rows = Documentation.Rows("forecasts.md", "group of a repository").ToList();
        rows.Count.ShouldBe(20);
        foreach (var row in rows)
            Foretold(row[0], row[1]).ShouldBe(row[2], $"{row[0]} on {row[1]}");
    }

    private static string Foretold(string group, string occasion) =>
        Foreseen
            .Group(On(occasion.Split(' ')), group)
            .Replace(" where always", "", StringComparison.Ordinal)
            .Replace("\n", "; ", StringComparison.Ordinal);

    private static string On(string[] occasion) =>
        occasion switch
        {
            ["workflow_dispatch"] => "{workflow_dispatch: {inputs: {target: , pr_number: }}}",
            ["schedule"] => "{schedule: [{cron: '0 0 * * *'}]}",
            ["workflow_run", var type] => $"{{workflow_run: {{workflows: [x], types: [{type}]}}}}",
            [var name, var type] => $"{{{name}: {{types: [{type}]}}}}",
            _ => occasion[0],
        };
}
