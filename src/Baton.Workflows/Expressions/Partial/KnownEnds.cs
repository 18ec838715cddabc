using Baton.Workflows.Expressions.Values;

namespace Baton.Workflows.Expressions.Partial;

/// <summary>What is left of a question about a text when its fixed start and end have answered their part.</summary>
internal static class KnownEnds
{
    /// <summary>
    /// The pieces and the text that remain to be compared, or null where start or end already differ.
    /// </summary>
    public static (IReadOnlyList<TextPiece> Pieces, string Wanted)? Without(SymbolicText composed, string text)
    {
        var pieces = composed.Pieces.ToList();
        if (pieces is [TextPiece.Literal head, ..])
        {
            if (text.Length < head.Text.Length || !Same(head.Text, text[..head.Text.Length]))
                return null;
            (text, pieces) = (text[head.Text.Length..], pieces[1..]);
        }

        if (pieces is [.., TextPiece.Literal tail])
        {
            if (text.Length < tail.Text.Length || !Same(tail.Text, text[^tail.Text.Length..]))
                return null;
            (text, pieces) = (text[..^tail.Text.Length], pieces[..^1]);
        }

        return (pieces, text);
    }

    /// <summary>The fixed text at the start; empty where there is none.</summary>
    public static string Start(SymbolicText text) => text.Pieces is [TextPiece.Literal head, ..] ? head.Text : "";

    /// <summary>The fixed text at the end; empty where there is none.</summary>
    public static string End(SymbolicText text) => text.Pieces is [.., TextPiece.Literal tail] ? tail.Text : "";

    private static bool Same(string one, string other) => Comparison.AreEqual(Value.Of(one), Value.Of(other));
}
