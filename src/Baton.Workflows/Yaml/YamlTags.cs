namespace Baton.Workflows.Yaml;

/// <summary>What to do about a tag that isn't read.</summary>
internal static class YamlTags
{
    /// <summary>What to do about a text or a condition that starts with <c>!</c>.</summary>
    public const string Single =
        "a ! starts a tag in YAML: write a condition as in ${{ !cancelled() }}, and put other text between quotes";

    /// <summary>The hint. Without its <c>!</c> a condition would say the contrary.</summary>
    public static string Hint(string tag) =>
        tag.StartsWith('!') && !tag.StartsWith("!!", StringComparison.Ordinal) ? Single : "write the value without it";
}
