using System.Text;
using Baton.Workflows.Expressions.Values;
using Baton.Workflows.Forecasts;
using Baton.Workflows.Syntax;
using Baton.Workflows.Syntax.Calls;

namespace Baton.Proof.Fuzzing;

/// <summary>
/// What is foretold of whole workflows comes about: their groups, those of each form of their jobs, whether the jobs run,
/// and all that of the workflows that they call, compared with a run in which everything is known.
/// </summary>
internal sealed class WorkflowFuzz : IFuzzTarget
{
    private const int Runs = 1;

    private static readonly IReadOnlyList<Occasion> Occasions = Occasion.Of(
        Read($"{RandomWorkflow.Triggers}jobs: {{a: {{runs-on: x, steps: [run: x]}}}}", "ci.yml").Content!
    );

    public string Name => "workflows";

    public string Input(int seed) => Made(new Random(seed)).Text;

    public bool Try(int seed)
    {
        var random = new Random(seed);
        var made = Made(random);
        var workflow = Content(made.Started, "ci.yml");
        var called = new Dictionary<string, Workflow>(StringComparer.Ordinal)
        {
            ["./.github/workflows/one.yml"] = Content(made.One, "one.yml"),
            ["./.github/workflows/two.yml"] = Content(made.Two, "two.yml"),
        };
        var linking = WorkflowLinker.Link(workflow, called.GetValueOrDefault, CallRules.Standard);
        var forecast = Forecaster.Of(workflow, Of(workflow, made.Occasion), linking.Calls, Properties.None);
        var told = 0;
        for (var run = 0; run < Runs; run++)
            told += new MadeRun(random, made.Occasion).Compare(forecast);
        return told > 0;
    }

    private static (string Text, string Started, string One, string Two, Occasion Occasion) Made(Random random)
    {
        var occasion = Occasions[random.Next(Occasions.Count)];
        var made = new RandomWorkflow(random, occasion);
        var (started, one, two) = (made.Started(), made.Called("two.yml"), made.Called(null));
        return ($"on {occasion}:\n{started}\n---\n{one}\n---\n{two}", started, one, two, occasion);
    }

    private static Workflow Content(string text, string file)
    {
        var reading = Read(text, file);
        Require.That(!reading.HasErrors, $"{string.Join('\n', reading.Findings)} in {text}");
        return reading.Content!;
    }

    // The same occasion, of the workflow's own trigger.
    private static Occasion Of(Workflow workflow, Occasion occasion) =>
        Occasion.Of(workflow).Single(own => own.ToString() == occasion.ToString());

    private static FileReading<Workflow> Read(string text, string file) =>
        WorkflowReader.Read(Encoding.UTF8.GetBytes(text), $".github/workflows/{file}");
}
