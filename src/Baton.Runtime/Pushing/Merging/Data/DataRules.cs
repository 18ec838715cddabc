using Baton.Runtime.Configuration;

namespace Baton.Runtime.Pushing.Merging.Data;

/// <summary>
/// Rules for lists and keys inside of a file. A path is the keys from the top with dots between them; the items of a list
/// have the list's own path, so that <c>items.count</c> is the key <c>count</c> of each of them.
/// </summary>
/// <param name="Lists">The key that tells the items of a list, by the list's path.</param>
/// <param name="Keys">What becomes of a key that both sides changed, by its path.</param>
internal sealed record DataRules(
    IReadOnlyDictionary<string, string> Lists,
    IReadOnlyDictionary<string, PushKeyRule> Keys
)
{
    /// <summary>No rules.</summary>
    public static readonly DataRules None = new(
        new Dictionary<string, string>(),
        new Dictionary<string, PushKeyRule>()
    );

    /// <summary>Whether a sum is made at a path or below it: there two equal changes are two changes.</summary>
    public bool HasSumAt(string path) =>
        Keys.Any(rule =>
            rule.Value is PushKeyRule.Sum
            && (path.Length == 0 || rule.Key == path || rule.Key.StartsWith($"{path}.", StringComparison.Ordinal))
        );
}
