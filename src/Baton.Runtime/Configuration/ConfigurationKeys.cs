namespace Baton.Runtime.Configuration;

/// <summary>The keys that <c>baton.yml</c> knows.</summary>
public static class ConfigurationKeys
{
    /// <summary>
    /// Each key by its path: <c>groups.*.policy</c>, where <c>*</c> is any name, <c>push.rules[].paths</c>, where
    /// <c>[]</c> is an item.
    /// </summary>
    public static IReadOnlyList<string> All { get; } = ConfigurationSections.Root.Paths("");
}
