using System.Runtime.InteropServices;
using Baton.Workflows.Expressions;
using Baton.Workflows.Findings;

namespace Baton.Workflows.Syntax.Reading;

/// <summary>Where in a file the check of its form is.</summary>
/// <param name="Key">The nearest key above, for messages; foreign text in it has gone through <see cref="OneLine"/>.</param>
/// <param name="Names">What expressions may name; null: there can be none.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct FormPlace(string Key, Vocabulary? Names)
{
    /// <summary>A place below, of a key that the syntax knows or that names an <paramref name="each"/>.</summary>
    public FormPlace At(string key, string? each = null)
    {
        var shown = key.Length <= 40 ? key : OneLine.Of(key, 40);
        return this with { Key = each is null ? shown : $"{each} {OneLine.Quoted(shown, 60)}" };
    }
}
