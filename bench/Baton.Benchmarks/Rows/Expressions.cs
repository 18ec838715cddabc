using System.Diagnostics;
using System.Text;
using Baton.Benchmarks.Measuring;
using Baton.Workflows.Events;
using Baton.Workflows.Events.Contexts;
using Baton.Workflows.Expressions;
using Baton.Workflows.Expressions.Embedding;
using Baton.Workflows.Expressions.Values;
using Baton.Workflows.Forecasts;
using Baton.Workflows.Syntax;
using Value = Baton.Workflows.Expressions.Values.Value;

namespace Baton.Benchmarks.Rows;

/// <summary>The name of a group, as most workflows write it: evaluated for a run, and foretold for an event.</summary>
internal sealed class Expressions : IRow
{
    private const string Group =
        "${{ github.workflow }}-${{ github.event_name == 'pull_request' && github.head_ref || github.ref }}";

    public string Name => "expressions";

    public string What => "evaluating the name of a group, and foretelling it";

    public IReadOnlyList<Line> Measure(Bench bench)
    {
        var words = new Vocabulary(["github"]);
        var text = ((ExpressionTextReading.Read)ExpressionText.Read(Group, words)).Text;
        var context = new EvaluationContext(Contexts());
        var workflow = WorkflowReader
            .Read(
                Encoding.UTF8.GetBytes($"name: CI\non: push\nconcurrency: {Group}\njobs:\n  a: {{ runs-on: x }}\n"),
                "ci.yml"
            )
            .Content!;
        var occasion = Occasion.Of(workflow)[0];
        return
        [
            Line(bench, "reading the name of a group", () => ExpressionText.Read(Group, words), 20),
            Line(bench, "evaluating the name of a group", () => text.Evaluate(context), 10),
            Line(bench, "foretelling the name of a group", () => Forecaster.ConcurrencyOf(workflow, occasion), 1000),
        ];
    }

    private static Line Line(Bench bench, string what, Func<object?> work, double most)
    {
        var (times, sample) = (bench.Pick(quick: 100, full: 20_000), new Sample());
        for (var round = -bench.Pick(quick: 0, full: 4); round < bench.Pick(quick: 1, full: 9); round++)
        {
            var start = Stopwatch.GetTimestamp();
            for (var i = 0; i < times; i++)
                GC.KeepAlive(work());
            if (round >= 0) // the compiler is at work before
                sample.Add(Stopwatch.GetElapsedTime(start).TotalMicroseconds / times);
        }

        return new(what, "µs", [new("baton", sample.Median)], Aim.AtMost(most, "µs", sample.Median));
    }

    private static Properties Contexts()
    {
        var payload = (JsonReading.Read)
            JsonValueReader.Read("""{"ref": "refs/heads/main", "after": "1f", "repository": {"full_name": "a/b"}}""");
        var github = GitHubContext.Of(
            new EventInstance("push", (Value.Object)payload.Value),
            new Dictionary<string, string>(StringComparer.Ordinal) { ["workflow"] = "CI" }
        );
        return new Properties([new("github", new Value.Object(github.Properties))]);
    }
}
