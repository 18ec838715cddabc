using System.Globalization;
using System.Text;
using Baton.Workflows.Expressions.Values;

namespace Baton.Workflows.Expressions.Functions;

/// <summary>
/// <c>format(text, …)</c>: <c>{0}</c> is the first argument after the text, <c>{{</c> and <c>}}</c> are the braces
/// themselves. The whole text is read before any argument is evaluated, and one that it doesn't name never is:
/// https://github.com/actions/runner/blob/main/src/Sdk/Expressions/Sdk/Functions/Format.cs
/// </summary>
internal sealed class FormatFunction() : Function("format", 1, ExpressionLimits.Arguments)
{
    public override Value Call(FunctionCall call)
    {
        var written = call.Text(0);
        var built = new StringBuilder();
        var memory = call.NewMemory();
        foreach (var piece in Pieces(call, written))
        {
            var text = piece.Text ?? Argument(call, piece);
            if (text.Length == 0)
                continue;
            memory.Add(text);
            built.Append(text);
        }

        return Value.Of(built.ToString());
    }

    private static string Argument(FunctionCall call, Piece piece) =>
        piece.Specifier.Length == 0
            ? call.Text(piece.Index + 1)
            : throw call.Refuse(
                $"The format specifiers '{piece.Specifier}' are not valid for objects of type '{call.Argument(piece.Index + 1).Kind}'"
            );

    private static List<Piece> Pieces(FunctionCall call, string written)
    {
        var pieces = new List<Piece>();
        for (var at = 0; at < written.Length; )
        {
            var brace = written.AsSpan(at).IndexOfAny('{', '}');
            if (brace < 0)
            {
                pieces.Add(new(written[at..]));
                break;
            }

            brace += at;
            if (brace + 1 < written.Length && written[brace + 1] == written[brace])
            {
                pieces.Add(new(written[at..(brace + 1)]));
                at = brace + 2;
                continue;
            }

            pieces.Add(new(written[at..brace]));
            at = brace;
            pieces.Add(
                Placeholder(written, ref at) ?? throw call.Refuse($"The following format string is invalid: {written}")
            );
            if (pieces[^1].Index > call.Count - 2)
                throw call.Refuse(
                    $"The following format string references more arguments than were supplied: {written}"
                );
        }

        return pieces;
    }

    // {0} or {0:specifier}; leaves the place after it.
    private static Piece? Placeholder(string written, ref int at)
    {
        var start = at + 1;
        var end = start;
        while (end < written.Length && char.IsAsciiDigit(written[end]))
            end++;
        if (
            written[at] != '{'
            || !byte.TryParse(written.AsSpan(start, end - start), CultureInfo.InvariantCulture, out var index)
        )
            return null;
        var specifier = new StringBuilder();
        if (end < written.Length && written[end] == ':')
        {
            for (end++; end < written.Length; end++)
            {
                var isBrace = written[end] == '}';
                if (isBrace && (end + 1 == written.Length || written[end + 1] != '}'))
                    break;
                specifier.Append(written[end]);
                end += isBrace ? 1 : 0;
            }
        }

        at = end + 1;
        return end < written.Length && written[end] == '}' ? new(null, index, specifier.ToString()) : null;
    }

    private sealed record Piece(string? Text, int Index = -1, string Specifier = "");
}
