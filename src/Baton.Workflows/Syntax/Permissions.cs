using Baton.Workflows.Syntax.Shapes;
using Baton.Workflows.Yaml;

namespace Baton.Workflows.Syntax;

/// <summary>What the token of a job may do.</summary>
public abstract record Permissions
{
    private Permissions(YamlNode node) => Node = node; // closed: every case is here

    /// <summary>Where it is said.</summary>
    public YamlNode Node { get; }

    /// <summary>Everything at one level.</summary>
    public sealed record All(PermissionLevel Level, YamlNode Node) : Permissions(Node);

    /// <summary>What is listed; everything else is <see cref="PermissionLevel.None"/>.</summary>
    public sealed record Listed(IReadOnlyList<Permission> Permissions, YamlNode Node) : Permissions(Node);

    /// <summary>The level of one permission.</summary>
    public PermissionLevel Of(string name) =>
        this switch
        {
            All { Level: var level } => AtMost(level, name),
            Listed { Permissions: var listed } => listed.FirstOrDefault(p => p.Name.Text == name)?.Level
                ?? PermissionLevel.None,
            _ => throw new System.Diagnostics.UnreachableException(GetType().Name),
        };

    // Writing all gives no more than reading where there is nothing to write.
    private static PermissionLevel AtMost(PermissionLevel level, string name) =>
        level == PermissionLevel.Write
        && CommonShape.Permissions.Any(known => known.Name == name && !known.Levels.Contains("write"))
            ? PermissionLevel.Read
            : level;
}
