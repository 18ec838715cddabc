using System.Globalization;
using System.Text;
using Baton.Workflows.Expressions;
using Baton.Workflows.Expressions.Embedding;
using Baton.Workflows.Expressions.Explaining;
using Baton.Workflows.Expressions.Functions;
using Baton.Workflows.Expressions.Values;

namespace Baton.Tests.Workflows.Expressions;

/// <summary>Random texts: whatever they are, they have an outcome. A failure prints its seed: BATON_SEED=n; BATON_WORLDS=n tries n of them.</summary>
public sealed class RandomExpressionsTests
{
    private const int Texts = 4000;

    private static readonly string[] Words =
    [
        "(",
        ")",
        "[",
        "]",
        ",",
        ".",
        "*",
        "!",
        "!=",
        "==",
        "<",
        "<=",
        ">",
        ">=",
        "&&",
        "||",
        "&",
        "=",
        "'",
        "''",
        "\"",
        "\n",
        " ",
        "\t",
        "0",
        "-1",
        ".5",
        "1e9",
        "0x1f",
        "0o7",
        "NaN",
        "Infinity",
        "null",
        "true",
        "false",
        "'a'",
        "'{0}{1}'",
        "'{'",
        "'[1,{\"a\":[]}]'",
        "github",
        "github.event.issue",
        "labels",
        "github.event.issue.labels",
        "inputs",
        "name",
        "nope",
        "ö",
        "😊",
        "\ud800",
        "\0",
        "${{",
        "}}",
        "contains(",
        "startsWith(",
        "endsWith(",
        "format(",
        "join(",
        "toJSON(",
        "fromJSON(",
        "case(",
        "hashFiles(",
        "success(",
        "always()",
        "github.ref",
        "inputs.list",
        "[0]",
        ".*",
        "x",
    ];

    private static readonly EvaluationContext Context = new(
        Sample.Contexts(
            """
            {"github": {"ref": "refs/heads/main", "event": {"issue": {"number": 1, "labels": [{"name": "a"}, {"name": null}, [1, "b"]]}}},
             "inputs": {"list": [true, NaN, "x", {}, []], "text": "{0}\ud800"}}
            """
        )
    )
    {
        Files = new FakeTree(("a", "1"), ("b/a", null)),
    };

    [Fact]
    public void Whatever_is_read_and_evaluated_has_an_outcome()
    {
        var chosen = Environment.GetEnvironmentVariable("BATON_SEED");
        var first = chosen is null ? 1 : int.Parse(chosen, CultureInfo.InvariantCulture);
        var more = Environment.GetEnvironmentVariable("BATON_WORLDS");
        var count =
            chosen is not null ? 1
            : more is null ? Texts
            : int.Parse(more, CultureInfo.InvariantCulture);
        var values = 0;
        for (var seed = first; seed < first + count; seed++)
            values += Try(seed) ? 1 : 0;
        if (count > 1)
            values.ShouldBeGreaterThan(count / 20, "the texts are too wild to be worth anything");
    }

    private static bool Try(int seed)
    {
        var random = new Random(seed);
        var text = seed % 2 == 0 ? Wild(random) : Built(random, 4);
        try
        {
            var evaluated = Evaluate(text);
            _ = ExpressionText.Read($"a {text} ${{{{ {text} }}}}", Sample.Words(["github"]))
                is ExpressionTextReading.Read read
                ? read.Text.Evaluate(Context)
                : null;
            _ = JsonValueReader.Read(text);
            return evaluated;
        }
        catch (Exception failure)
        {
            throw new InvalidOperationException($"replay with BATON_SEED={seed}: {text}", failure);
        }
    }

    // Says whether there is a value; the same with and without steps.
    private static bool Evaluate(string text)
    {
        var reading = Expression.Read(text, Sample.Words(Context.Contexts.Select(pair => pair.Key)));
        if (reading is not ExpressionReading.Read { Expression: var expression })
        {
            var error = ((ExpressionReading.Malformed)reading).Error;
            error.Index.ShouldBeInRange(0, text.Length);
            (error.Index + error.Length).ShouldBeInRange(error.Index, text.Length);
            return false;
        }

        var (explained, steps) = Explainer.Explain(expression, Context);
        steps.ShouldAllBe(step => !step.ToString().Contains('\n'));
        var plain = expression.Evaluate(Context);
        plain.GetType().ShouldBe(explained.GetType());
        if (plain is not Evaluation.Evaluated { Value: var value })
            return false;
        Shown.Full(value).ShouldBe(Shown.Full(((Evaluation.Evaluated)explained).Value));
        return true;
    }

    private static string Wild(Random random)
    {
        var text = new StringBuilder();
        for (var words = random.Next(1, 25); words > 0; words--)
            text.Append(Words[random.Next(Words.Length)]);
        return text.ToString();
    }

    // An expression that is one.
    private static string Built(Random random, int depth)
    {
        string[] leaves =
        [
            "0",
            "1.5",
            "null",
            "true",
            "'a'",
            "'{0}'",
            "github",
            "github.ref",
            "inputs.list",
            "inputs.text",
            "NaN",
        ];
        string[] operators = ["==", "!=", "<", "<=", ">", ">=", "&&", "||"];
        var functions = FunctionTable
            .Everywhere.Concat(FunctionTable.OfStatus)
            .Append(FunctionTable.HashFiles)
            .ToList();
        if (depth == 0)
            return leaves[random.Next(leaves.Length)];
        switch (random.Next(6))
        {
            case 0:
                return leaves[random.Next(leaves.Length)];
            case 1:
                return $"!({Built(random, depth - 1)})";
            case 2:
                return $"(github.event)[{Built(random, depth - 1)}].*.labels[*][{Built(random, depth - 1)}]";
            case 3:
                var function = functions[random.Next(functions.Count)];
                var count = Enumerable.Range(0, 6).First(count => function.Misfit(count) is null);
                return $"{function.Name}({string.Join(',', Enumerable.Range(0, count).Select(_ => Built(random, depth - 1)))})";
            default:
                return $"({Built(random, depth - 1)} {operators[random.Next(operators.Length)]} {Built(random, depth - 1)})";
        }
    }
}
