using System.Text;

namespace Baton.Workflows.Expressions.Partial;

/// <summary>
/// A text with gaps that symbols fill: <c>ci-{issue.number}</c>. Literals never stand side by side and are never empty,
/// so two texts with the same pieces are the same.
/// </summary>
public sealed class SymbolicText : IEquatable<SymbolicText>
{
    internal SymbolicText(IEnumerable<TextPiece> pieces)
    {
        var joined = new List<TextPiece>();
        var literal = new StringBuilder();
        foreach (var piece in pieces)
        {
            if (piece is TextPiece.Literal { Text: var text })
            {
                literal.Append(text);
                continue;
            }

            Close();
            joined.Add(piece);
        }

        Close();
        Pieces = joined;

        void Close()
        {
            if (literal.Length > 0)
                joined.Add(new TextPiece.Literal(literal.ToString()));
            literal.Clear();
        }
    }

    /// <summary>Its pieces in order; none where it is empty.</summary>
    public IReadOnlyList<TextPiece> Pieces { get; }

    /// <summary>The whole text where it is the same in all runs, else null.</summary>
    public string? Fixed =>
        Pieces switch
        {
            [] => "",
            [TextPiece.Literal only] => only.Text,
            _ => null,
        };

    /// <summary>Why nothing is known of a piece, or null.</summary>
    public string? Doubt => Pieces.Select(piece => piece.Doubt).FirstOrDefault(doubt => doubt is not null);

    /// <summary>The text in a run.</summary>
    public string In(EvaluationContext run) => string.Concat(Pieces.Select(piece => piece.In(run)));

    /// <inheritdoc/>
    public bool Equals(SymbolicText? other) => other is not null && Pieces.SequenceEqual(other.Pieces);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as SymbolicText);

    /// <inheritdoc/>
    public override int GetHashCode() =>
        Pieces.Aggregate(Pieces.Count, (sum, piece) => HashCode.Combine(sum, piece.GetHashCode()));

    /// <summary>The text with its gaps in braces.</summary>
    public override string ToString() => string.Concat(Pieces);
}
