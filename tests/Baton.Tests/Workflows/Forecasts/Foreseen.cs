using System.Text;
using Baton.Workflows.Expressions.Partial;
using Baton.Workflows.Expressions.Values;
using Baton.Workflows.Forecasts;
using Baton.Workflows.Syntax;

namespace Baton.Tests.Workflows.Forecasts;

/// <summary>Short ways to forecasts.</summary>
internal static class Foreseen
{
    public static Workflow Workflow(string text, string file = ".github/workflows/ci.yml")
    {
        var reading = WorkflowReader.Read(Encoding.UTF8.GetBytes(text), file);
        return reading.Content ?? throw new InvalidOperationException(string.Join('\n', reading.Findings));
    }

    /// <summary>A workflow that an event with an activity starts, with a group.</summary>
    public static Workflow WithGroup(string on, string group) =>
        Workflow(
            $"""
            name: CI
            on: {on}
            concurrency:
              group: '{group.Replace("'", "''", StringComparison.Ordinal)}'
            jobs:
              a:
                runs-on: ubuntu-latest
                steps: [run: echo]
            """
        );

    /// <summary>The names of the group on the first occasion, one case a line.</summary>
    public static string Group(string on, string group)
    {
        var workflow = WithGroup(on, group);
        return Lines(Forecaster.ConcurrencyOf(workflow, Occasion.Of(workflow)[0])!.Name);
    }

    public static string Lines<T>(Possibilities<T> possibilities) =>
        possibilities is Possibilities<T>.CantSay
            ? possibilities.ToString()!
            : string.Join('\n', possibilities.All.Select(one => one.ToString()));

    public static IReadOnlyList<JobForecast> Jobs(string text) => All(text).Jobs;

    public static WorkflowForecast All(string text)
    {
        var workflow = Workflow(text);
        return Forecaster.Of(workflow, Occasion.Of(workflow)[0], [], Properties.None);
    }
}
