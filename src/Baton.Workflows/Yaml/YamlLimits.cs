namespace Baton.Workflows.Yaml;

/// <summary>
/// How much of a YAML file is read before it is refused: a file may come from anybody's pull request.
/// </summary>
public static class YamlLimits
{
    /// <summary>The largest file, in bytes.</summary>
    public const int Bytes = 1024 * 1024;

    /// <summary>How deep mappings and lists may stand in each other.</summary>
    public const int Depth = 64;

    /// <summary>The most nodes, keys counted.</summary>
    public const int Nodes = 100_000;
}
