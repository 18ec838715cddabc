using Baton.Workflows.Yaml;

namespace Baton.Workflows.Syntax.Jobs;

/// <summary>A container, of a job or beside it.</summary>
/// <param name="Node">Where it stands.</param>
/// <param name="Image">The image; null only where the file forgot it.</param>
public sealed record Container(YamlNode Node, Setting<string>? Image)
{
    /// <summary>Further options of <c>docker create</c>.</summary>
    public Setting<string>? Options { get; init; }

    /// <summary>Its variables.</summary>
    public Setting<IReadOnlyList<NamedSetting>>? Environment { get; init; }

    /// <summary>Its ports.</summary>
    public Setting<IReadOnlyList<Setting<string>>>? Ports { get; init; }

    /// <summary>Its volumes.</summary>
    public Setting<IReadOnlyList<Setting<string>>>? Volumes { get; init; }

    /// <summary>The name at the registry.</summary>
    public Setting<string>? Username { get; init; }

    /// <summary>The password at the registry.</summary>
    public Setting<string>? Password { get; init; }

    /// <summary>The login at the registry, where one expression gives all of it.</summary>
    public Setting<string>? Credentials { get; init; }

    /// <summary>What is started in it; services only.</summary>
    public Setting<string>? Entrypoint { get; init; }

    /// <summary>The arguments of that; services only.</summary>
    public Setting<string>? Command { get; init; }
}
