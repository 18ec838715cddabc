using System.Globalization;
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
                """
                name: CI
                on:
                  push:
                  schedule: [{cron: '0 0 * * *'}]
                  pull_request: {types: [opened, closed, labeled]}
                  pull_request_review:
                  issues: {types: [opened, labeled, transferred]}
                  issue_comment: {types: [created]}
                  create:
                  release: {types: [published]}
                  deployment_status:
                  merge_group:
                  workflow_run: {types: [completed]}
                  repository_dispatch: {types: [go]}
                  workflow_dispatch:
                    inputs:
                      text: {type: string}
                      flag: {type: boolean}
                      count: {type: number}
                      choice: {type: choice, options: [a, b]}
                jobs:
                  a:
                    runs-on: x
                    steps: [run: x]
                """
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
            var context = Context(random, occasion);
            var value = (text.Evaluate(context) as Evaluation.Evaluated)?.Value;
            Compare(texts, context, value is null ? "fails" : Coercion.ToText(value));
            Compare(truths, context, value is null ? "fails" : Shown(Coercion.ToTruth(value)));
        }

        return texts is not Possibilities<SymbolicText>.CantSay;
    }

    private static (string Text, Occasion Occasion) Made(Random random)
    {
        var occasion = Occasions[random.Next(Occasions.Count)];
        return (new RandomGroup(random, occasion).Text(), occasion);
    }

    private static void Compare<T>(Possibilities<T> possibilities, EvaluationContext run, string evaluated)
    {
        if (possibilities is Possibilities<T>.CantSay)
            return;
        var holding = possibilities.All.Where(one => one.Guard.Holds(run)).ToList();
        Require.That(
            holding.Count == 1,
            string.Create(CultureInfo.InvariantCulture, $"{holding.Count} guards hold of {possibilities}")
        );
        var told = holding[0].Outcome switch
        {
            Outcome<T>.Gives { Value: SymbolicText text } => text.In(run),
            Outcome<T>.Gives { Value: bool truth } => Shown(truth),
            _ => "fails",
        };
        Require.That(told == evaluated, $"it comes to {evaluated}, and {told} was foretold: {possibilities}");
    }

    private static string Shown(bool truth) => truth ? "true" : "false";

    private static EvaluationContext Context(Random random, Occasion occasion)
    {
        var payload = new RandomPayload(random);
        var inputs =
            occasion.Event == "workflow_dispatch"
                ? new Properties([
                    new("text", Value.Of(random.Next(3) == 0 ? "" : payload.Text())),
                    new("flag", Value.Of(random.Next(2) == 0)),
                    new("count", Value.Of(random.Next(3))),
                    new("choice", Value.Of(random.Next(2) == 0 ? "a" : "b")),
                ])
                : Properties.None;
        var result = new Properties([new("result", Value.Of(random.Next(2) == 0 ? "success" : "failure"))]);
        return payload.Run(
            occasion,
            "CI",
            new Properties([
                new("inputs", new Value.Object(inputs)),
                new("vars", new Value.Object(new Properties([new("A", payload.Anything()), new("B", Value.Of("x"))]))),
                new("needs", new Value.Object(new Properties([new("a", new Value.Object(result))]))),
            ])
        );
    }
}
