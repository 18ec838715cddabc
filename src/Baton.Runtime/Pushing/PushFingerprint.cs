using System.Text;
using Baton.Runtime.Configuration;
using Baton.Workflows.Hashing;

namespace Baton.Runtime.Pushing;

/// <summary>What tells the rules of one push from those of another: who leads others merges their commits by its own.</summary>
public static class PushFingerprint
{
    /// <summary>The fingerprint of settings.</summary>
    public static string Of(PushSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var text = new StringBuilder().Append(settings.Preset).Append('\n');
        foreach (var rule in settings.Rules)
        {
            Add(text, rule.Paths);
            text.Append(rule.Resolve).Append('\n').Append(rule.By).Append('\n');
            Add(text, rule.Lists.Select(list => $"{list.Key}\n{list.Value}").Order(StringComparer.Ordinal));
            Add(text, rule.Keys.Select(key => $"{key.Key}\n{key.Value}").Order(StringComparer.Ordinal));
            Add(text, rule.Command);
        }

        return Convert.ToHexStringLower(Sha256.Hash(Encoding.UTF8.GetBytes(text.ToString())));
    }

    // Each with its length before it, so that no two lists are one text.
    private static void Add(StringBuilder text, IEnumerable<string> parts)
    {
        var all = parts.ToList();
        text.Append(all.Count).Append('\n');
        foreach (var part in all)
            text.Append(part.Length).Append(':').Append(part);
    }
}
