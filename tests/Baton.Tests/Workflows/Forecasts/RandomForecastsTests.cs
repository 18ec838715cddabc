using System.Globalization;
using Baton.Tests.Workflows.Expressions;
using Baton.Workflows.Expressions;
using Baton.Workflows.Expressions.Embedding;
using Baton.Workflows.Expressions.Partial;
using Baton.Workflows.Expressions.Values;
using Baton.Workflows.Forecasts;
using Baton.Workflows.Syntax;

namespace Baton.Tests.Workflows.Forecasts;

/// <summary>
/// What is foretold comes about: random expressions on random payloads, compared with the evaluator. A failure prints its
/// seed: BATON_SEED=n; BATON_WORLDS=n tries n of them.
/// </summary>
public sealed class RandomForecastsTests
{
    private const int Expressions = 500;
    private const int Runs = 3;

    private static readonly Workflow Workflow = Foreseen.Workflow(
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
    );

    private static readonly IReadOnlyList<Occasion> Occasions = Occasion.Of(Workflow);

    [Fact]
    public void What_is_foretold_is_what_the_evaluator_comes_to()
    {
        var chosen = Environment.GetEnvironmentVariable("BATON_SEED");
        var first = chosen is null ? 1 : int.Parse(chosen, CultureInfo.InvariantCulture);
        var more = Environment.GetEnvironmentVariable("BATON_WORLDS");
        var count =
            chosen is not null ? 1
            : more is null ? Expressions
            : int.Parse(more, CultureInfo.InvariantCulture);
        var told = 0;
        for (var seed = first; seed < first + count; seed++)
            told += Try(seed) ? 1 : 0;
        Console.WriteLine($"foretold: {told} of {count} random expressions");
        if (count > 1)
            told.ShouldBeGreaterThan(count / 2, "too little is foretold for this to be worth anything");
    }

    private static bool Try(int seed)
    {
        var random = new Random(seed);
        var occasion = Occasions[random.Next(Occasions.Count)];
        var written = new RandomGroup(random, occasion).Text();
        var at = $"replay with BATON_SEED={seed}: {written} on {occasion}";
        if (
            ExpressionText.Read(written, Sample.Words(["github", "vars", "inputs", "needs"]))
            is not ExpressionTextReading.Read { Text: var text }
        )
            throw new InvalidOperationException(at);
        var texts = Forecaster.TextOf(text, Workflow, occasion, Properties.None);
        var truths = Forecaster.TruthOf(text, Workflow, occasion, Properties.None);
        for (var run = 0; run < Runs; run++)
        {
            var context = Context(random, occasion);
            var value = text.Evaluate(context);
            Told(texts, context, at).ShouldBeOneOf([null, Text(value)], $"{at}: {texts}");
            Told(truths, context, at).ShouldBeOneOf([null, Truth(value)], $"{at}: {truths}");
        }

        return texts is not Possibilities<SymbolicText>.CantSay;

        static string Text(Evaluation value) =>
            value is Evaluation.Evaluated evaluated ? Coercion.ToText(evaluated.Value) : "fails";
        static string Truth(Evaluation value) =>
            value is Evaluation.Evaluated evaluated ? $"{Coercion.ToTruth(evaluated.Value)}" : "fails";
    }

    // What is foretold of a run; null where nobody can say.
    private static string? Told<T>(Possibilities<T> possibilities, EvaluationContext run, string at)
    {
        if (possibilities is Possibilities<T>.CantSay)
            return null;
        var holding = possibilities.All.Where(one => one.Guard.Holds(run)).ToList();
        holding.Count.ShouldBe(1, $"{at}: {possibilities}");
        return holding[0].Outcome switch
        {
            Outcome<T>.Gives { Value: SymbolicText text } => text.In(run),
            Outcome<T>.Gives gives => $"{gives.Value}",
            _ => "fails",
        };
    }

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
