using System.Globalization;
using Baton.Workflows.Expressions.Values;

namespace Baton.Workflows.Expressions.Partial;

/// <summary>
/// Values that stand for what isn't known while a function runs that only hands its arguments on: a text with a mark in
/// it that nobody writes, a list, an object. In what the function gives, the marks are found again.
/// </summary>
internal sealed class StandIns
{
    private readonly List<PartialValue> values = [];
    private readonly Dictionary<Value, PartialValue> byValue = new(ReferenceEqualityComparer.Instance);

    /// <summary>What stands for a value; a known one is itself.</summary>
    public Value For(PartialValue value)
    {
        if (value is PartialValue.Known known)
            return known.Value is Value.Text text && text.Content.Contains(Marks.Open, StringComparison.Ordinal)
                ? throw new UntellableException("it has characters in it that no text has")
                : known.Value;
        values.Add(value);
        Value standIn = value is PartialValue.OfSymbol { Symbol.Holding: var holding }
            ? holding switch
            {
                SymbolHolding.Object => new Value.Object(Properties.None),
                SymbolHolding.List => new Value.Array([]),
                _ => Mark(),
            }
            : Mark();
        byValue.Add(standIn, value);
        return standIn;

        Value Mark() =>
            Value.Of(string.Create(CultureInfo.InvariantCulture, $"{Marks.Open}{values.Count - 1}{Marks.Close}"));
    }

    /// <summary>What is meant by what the function gave.</summary>
    public PartialValue Meant(Value value) =>
        byValue.GetValueOrDefault(value)
        ?? (
            value is Value.Text text && text.Content.Contains(Marks.Open, StringComparison.Ordinal)
                ? PartialText.Of(Pieces(text.Content))
                : new PartialValue.Known(value)
        );

    private IEnumerable<TextPiece> Pieces(string text)
    {
        for (var at = 0; at < text.Length; )
        {
            var open = text.IndexOf(Marks.Open, at);
            if (open != at)
            {
                yield return new TextPiece.Literal(open < 0 ? text[at..] : text[at..open]);
                at = open < 0 ? text.Length : open;
                continue;
            }

            var close = text.IndexOf(Marks.Close, open);
            var index = int.Parse(text.AsSpan(open + 1, close - open - 1), CultureInfo.InvariantCulture);
            foreach (var piece in PartialText.PiecesOf(values[index]))
                yield return piece;
            at = close + 1;
        }
    }
}
