using System.Text;
using Baton.Workflows.Expressions;
using Baton.Workflows.Expressions.Embedding;
using Baton.Workflows.Expressions.Explaining;
using Baton.Workflows.Expressions.Functions;
using Baton.Workflows.Expressions.Values;
using Baton.Workflows.Hashing;

namespace Baton.Proof.Fuzzing;

/// <summary>Expressions, wild ones and such that are some: whatever they are, they have an outcome, the same with and without its steps.</summary>
internal sealed class ExpressionFuzz : IFuzzTarget
{
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
        (
            (Value.Object)
                (
                    (JsonReading.Read)
                        JsonValueReader.Read(
                            """
                            {"github": {"ref": "refs/heads/main", "event": {"issue": {"number": 1, "labels": [{"name": "a"}, {"name": null}, [1, "b"]]}}},
                             "inputs": {"list": [true, NaN, "x", {}, []], "text": "{0}\ud800"}}
                            """
                        )
                ).Value
        ).Properties
    )
    {
        Files = new TwoFiles(),
    };

    private static readonly Vocabulary All = new(
        Context.Contexts.Select(pair => pair.Key),
        FunctionTable.OfStatus.Append(FunctionTable.HashFiles)
    );

    public string Name => "expressions";

    public string Input(int seed)
    {
        var random = new Random(seed);
        return seed % 2 == 0 ? Wild(random) : Built(random, 4);
    }

    public bool Try(int seed)
    {
        var text = Input(seed);
        var evaluated = Evaluate(text);
        _ = ExpressionText.Read($"a {text} ${{{{ {text} }}}}", All) is ExpressionTextReading.Read read
            ? read.Text.Evaluate(Context)
            : null;
        _ = JsonValueReader.Read(text);
        return evaluated;
    }

    // Says whether there is a value; the same with and without steps.
    private static bool Evaluate(string text)
    {
        var reading = Expression.Read(text, All);
        if (reading is not ExpressionReading.Read { Expression: var expression })
        {
            var error = ((ExpressionReading.Malformed)reading).Error;
            Require.That(
                error.Index >= 0 && error.Length >= 0 && error.Index + error.Length <= text.Length,
                "the error lies outside of the text"
            );
            return false;
        }

        var (explained, steps) = Explainer.Explain(expression, Context);
        Require.That(
            !steps.Any(step => step.ToString().Contains('\n', StringComparison.Ordinal)),
            "a step has two lines"
        );
        var plain = expression.Evaluate(Context);
        Require.That(plain.GetType() == explained.GetType(), "the steps change the outcome");
        if (plain is not Evaluation.Evaluated { Value: var value })
            return false;
        Require.That(
            Shown.Full(value) == Shown.Full(((Evaluation.Evaluated)explained).Value),
            "the steps change the value"
        );
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

    private sealed class TwoFiles : IFileTree
    {
        public IEnumerable<string> Paths(FolderLinks links) => ["a", "b/a"];

        public byte[]? Hash(string path) => path == "a" ? Sha256.Hash("1"u8) : null;
    }
}
