using System.Text;

namespace Baton.Runtime.Pushing;

/// <summary>A path of a tree: bytes, which need not be text. Kept as Latin-1, a character for each byte.</summary>
/// <param name="Raw">The bytes as characters.</param>
public readonly record struct TreePath(string Raw)
{
    /// <summary>The path as text; what is no UTF-8 in it is replaced.</summary>
    public string Text => Encoding.UTF8.GetString(Encoding.Latin1.GetBytes(Raw));

    /// <inheritdoc/>
    public override string ToString() => Text;
}
