using System.Globalization;
using Baton.Workflows.Expressions.Functions;
using Baton.Workflows.Findings;

namespace Baton.Workflows.Expressions.Syntax;

/// <summary>
/// The words for what is wrong with an expression's text; GitHub's, with a hint beside them:
/// https://github.com/actions/runner/blob/main/src/Sdk/Expressions/ParseException.cs
/// </summary>
internal static class Complaint
{
    public static ExpressionError Unexpected(string text, (int Start, int Length) place, ErrorKind kind)
    {
        var written = text.AsSpan(place.Start, place.Length);
        return At(text, place, "Unexpected symbol") with
        {
            Kind = kind,
            Hint =
                EndsWithNot(text.AsSpan(0, place.Start)) ? WordFor("not")
                : Method(text, place.Start) is { } method ? method
                : HintFor(written),
        };
    }

    public static ExpressionError UnexpectedEnd(string text, Token last) =>
        At(text, (last.Start, last.Length), "Unexpected end of expression");

    public static ExpressionError UnknownFunction(string text, Token token, Vocabulary vocabulary) =>
        At(text, (token.Start, token.Length), "Unrecognized function") with
        {
            Hint = Nearest.Hint(text.Substring(token.Start, token.Length), vocabulary.Functions),
        };

    public static ExpressionError UnknownContext(string text, Token token, Vocabulary vocabulary)
    {
        var name = text.Substring(token.Start, token.Length);
        return At(text, (token.Start, token.Length), "Unrecognized named-value") with
        {
            Hint =
                WordFor(name) is { } word ? word
                : Nearest.To(name, vocabulary.Contexts) is { } near ? $"did you mean {OneLine.Of(near)}?"
                : Vocabulary.KnownContexts.Contains(name, StringComparer.OrdinalIgnoreCase)
                    ? $"the context {name} is not given here; known: {string.Join(", ", vocabulary.Contexts)}"
                : vocabulary.Function(name) is { } function
                    ? $"a function is called with parentheses: {function.Name}(…)"
                : $"a text stands between single quotes: '{OneLine.Of(name, 40)}'",
        };
    }

    public static ExpressionError Arguments(string text, (int Start, int Length) place, string what) =>
        At(text, place, what);

    public static ExpressionError TooDeep(int index) =>
        new(
            ErrorKind.Parsing,
            string.Create(CultureInfo.InvariantCulture, $"Exceeded max expression depth {ExpressionLimits.Depth}"),
            index,
            0
        );

    public static ExpressionError TooLong() =>
        new(
            ErrorKind.Lexing,
            string.Create(CultureInfo.InvariantCulture, $"Exceeded max expression length {ExpressionLimits.Length}"),
            0,
            0
        );

    private static ExpressionError At(string text, (int Start, int Length) place, string what)
    {
        var written = text.Substring(place.Start, place.Length);
        var summary = $"{what}: '{written}'";
        return new ExpressionError(
            ErrorKind.Parsing,
            string.Create(
                CultureInfo.InvariantCulture,
                $"{summary}. Located at position {place.Start + 1} within expression: {text}"
            ),
            place.Start,
            place.Length
        )
        {
            Summary = summary,
        };
    }

    private static bool EndsWithNot(ReadOnlySpan<char> before)
    {
        before = before.TrimEnd();
        return before.EndsWith("not", StringComparison.OrdinalIgnoreCase)
            && (before.Length == 3 || !char.IsLetterOrDigit(before[^4]));
    }

    // A function that is called as other languages call it: github.ref.startsWith('x').
    private static string? Method(string text, int parenthesis)
    {
        if (text[parenthesis] != '(')
            return null;
        var before = text.AsSpan(0, parenthesis);
        var dot = before.LastIndexOf('.');
        return dot > 0 && FunctionTable.Everywhere.Any(function => Names(function.Name, text[(dot + 1)..parenthesis]))
            ? $"a function stands before what it looks at: {text[(dot + 1)..parenthesis]}(…, …)"
            : "only functions are called, and they stand before what they look at";

        static bool Names(string function, string written) =>
            string.Equals(function, written, StringComparison.OrdinalIgnoreCase);
    }

    // Operators as other languages write them.
    private static string? WordFor(ReadOnlySpan<char> word) =>
        word switch
        {
            "not" => "not is written !",
            "and" => "and is written &&",
            "or" => "or is written ||",
            _ => null,
        };

    private static string? HintFor(ReadOnlySpan<char> written) =>
        written switch
        {
            ['"', ..] => "a text stands between single quotes",
            ['\'', ..] when written.Length < 2 || written[^1] != '\'' =>
                "the text is not closed: a single quote is missing",
            ['=', '~'] => "there are no patterns: take startsWith, endsWith or contains",
            ['=', ..] => "two values are compared with ==",
            ['&', ..] => "and is written &&",
            ['|', ..] => "or is written ||",
            ['+' or '-' or '/' or '%' or '*'] => "the language has no arithmetic",
            ['?', ..] => "the language has no ?: operator: write a && b || c, or case(a, b, c)",
            _ => WordFor(written),
        };
}
