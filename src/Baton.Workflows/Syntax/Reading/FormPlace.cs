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
    public FormPlace At(string key) => this with { Key = key.Length <= 40 ? key : OneLine.Of(key, 40) };
}
