using System.Text;
using Baton.Workflows.Expressions;
using Baton.Workflows.Expressions.Embedding;
using Baton.Workflows.Expressions.Functions;
using Baton.Workflows.Expressions.Partial;
using Baton.Workflows.Expressions.Values;
using Baton.Workflows.Forecasts;
using Baton.Workflows.Syntax;

namespace Baton.Proof.Fuzzing;

/// <summary>What is foretold comes about: random expressions on random payloads, compared with the evaluator.</summary>
internal sealed class ForecastFuzz : IFuzzTarget
{
    private const int Runs = 3;

    private static readonly Vocabulary Words = new(["github", "vars", "inputs", "needs"], FunctionTable.OfStatus);

    private static readonly Workflow Workflow = WorkflowReader
        .Read(
            Encoding.UTF8.GetBytes(
                $"name: CI\n{RandomWorkflow.Triggers}jobs: {{a: {{runs-on: x, steps: [run: x]}}}}\n"
            ),
            ".github/workflows/ci.yml"
        )
        .Content!;

    private static readonly IReadOnlyList<Occasion> Occasions = Occasion.Of(Workflow);

    public string Name => "forecasts";

    public string Input(int seed) => Made(new Random(seed)) is var made ? $"{made.Text} on {made.Occasion}" : "";

    public bool Try(int seed)
    {
        var random = new Random(seed);
        var (written, occasion) = Made(random);
        if (ExpressionText.Read(written, Words) is not ExpressionTextReading.Read { Text: var text })
            throw new InvalidOperationException("the expression can't be read");
        var texts = Forecaster.TextOf(text, Workflow, occasion, Properties.None);
        var truths = Forecaster.TruthOf(text, Workflow, occasion, Properties.None);
        for (var run = 0; run < Runs; run++)
        {
            var context = new RandomPayload(random).Run(occasion, "CI", MadeContexts.Others(random, occasion));
            var value = (text.Evaluate(context) as Evaluation.Evaluated)?.Value;
            Foretold.Same(texts, context, value is null ? "fails" : Coercion.ToText(value));
            Foretold.Same(truths, context, value is null ? "fails" : Shown(Coercion.ToTruth(value)));
        }

        return texts is not Possibilities<SymbolicText>.CantSay;
    }

    private static (string Text, Occasion Occasion) Made(Random random)
    {
        var occasion = Occasions[random.Next(Occasions.Count)];
        return (new RandomGroup(random, occasion, ExpressionPlace.OfCondition).Text(), occasion);
    }

    private static string Shown(bool truth) => truth ? "true" : "false";
}
