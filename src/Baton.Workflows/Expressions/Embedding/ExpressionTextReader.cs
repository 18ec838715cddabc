using Baton.Workflows.Expressions.Syntax;

namespace Baton.Workflows.Expressions.Embedding;

/// <summary>Finds the expressions of a text from left to right.</summary>
internal sealed class ExpressionTextReader(string text, Vocabulary vocabulary)
{
    private const string NotClosed =
        "The expression is not closed. An unescaped ${{ sequence was found, but the closing }} sequence was not found.";

    private readonly List<EmbeddedPart> parts = [];

    // What the parts so far add at least to the call of format, so that a text of very many isn't read to its end.
    private long least;

    public ExpressionText Read()
    {
        if (text.Length > ExpressionLimits.EmbeddedLength)
            throw new RefusedException(Complaint.TooLong());
        for (var at = 0; at < text.Length; )
        {
            var start = text.IndexOf(ExpressionText.Opening, at, StringComparison.Ordinal);
            if (start < 0)
                start = text.Length;
            if (start > at)
                parts.Add(new EmbeddedPart.Literal(text[at..start]));
            least += start - at;
            at = start < text.Length ? Embedded(start) : start;
            if (parts.Count > 1 && least > ExpressionLimits.Length)
                throw new RefusedException(Complaint.TooLong());
        }

        if (parts.Count > 1)
            CheckFormat();
        return new ExpressionText(text, parts);
    }

    // Reads one expression, and returns where the text goes on.
    private int Embedded(int opening)
    {
        var start = opening + ExpressionText.Opening.Length;
        var end = Closing(start);
        if (end < 0)
            throw Unclosed(opening);
        var inner = text.AsSpan(start, end - start);
        start += inner.Length - inner.TrimStart().Length;
        var trimmed = inner.Trim().ToString();
        if (trimmed.Length == 0)
            throw Refusal(ErrorKind.Parsing, "An expression was expected", (opening, end + 2 - opening));
        switch (Expression.Read(trimmed, vocabulary))
        {
            case ExpressionReading.Read read:
                parts.Add(new EmbeddedPart.Embedded(read.Expression, start));
                least += trimmed.Length + "{0}, ".Length;
                break;
            case ExpressionReading.Malformed { Error: var error }:
                throw new RefusedException(error with { Index = error.Index + start });
        }

        return end + 2;
    }

    // The index of the closing }}, which a text between single quotes may have too.
    private int Closing(int start)
    {
        var isInText = false;
        for (var i = start; i < text.Length; i++)
        {
            if (text[i] == '\'')
                isInText = !isInText;
            else if (!isInText && text[i] == '}' && i > start && text[i - 1] == '}')
                return i - 1;
        }

        return -1;
    }

    // What GitHub's call of format, with the text as its first argument, would be refused for.
    private void CheckFormat()
    {
        var embedded = parts.OfType<EmbeddedPart.Embedded>().ToList();
        var literals = parts.OfType<EmbeddedPart.Literal>().Sum(part => part.Text.Length + part.Text.Count(IsDoubled));
        var indices = embedded.Select((part, index) => $"{{{index}}}, {part.Expression.Text}".Length).Sum();
        if ("format('')".Length + literals + indices > ExpressionLimits.Length)
            throw new RefusedException(Complaint.TooLong());
        if (embedded.Count >= ExpressionLimits.Arguments)
            throw Refusal(ErrorKind.Parsing, "Too many parameters supplied", (embedded[^1].Start, 0));
        if (embedded.Find(part => part.Expression.Root?.Height >= ExpressionLimits.Depth) is { } deep)
            throw new RefusedException(Complaint.TooDeep(deep.Start));
    }

    private RefusedException Unclosed(int opening) =>
        new(
            new ExpressionError(ErrorKind.Lexing, NotClosed, opening, ExpressionText.Opening.Length)
            {
                Summary = "The expression is not closed",
                Hint =
                    text.IndexOf("}}", opening, StringComparison.Ordinal) >= 0
                        ? "a text in it is not closed: a single quote is missing"
                        : "write }} at its end",
            }
        );

    private static bool IsDoubled(char c) => c is '\'' or '{' or '}';

    private static RefusedException Refusal(ErrorKind kind, string message, (int Start, int Length) place) =>
        new(new ExpressionError(kind, message, place.Start, place.Length));
}
