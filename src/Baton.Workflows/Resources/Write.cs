using Baton.Workflows.Yaml;

namespace Baton.Workflows.Resources;

/// <summary>A write to a thing that other runs can write to.</summary>
/// <param name="Kind">What kind of thing.</param>
/// <param name="Name">Which one, where the file says it; null: the one that the event is about, or unknown.</param>
/// <param name="How">What writes, as the file has it: a command, or an action.</param>
/// <param name="Node">Where it stands.</param>
public sealed record Write(ResourceKind Kind, string? Name, string How, YamlNode Node)
{
    /// <summary>Whether cutting it off in the middle leaves something half done that others see.</summary>
    public bool MustNotBeCut =>
        Kind
            is ResourceKind.Release
                or ResourceKind.Package
                or ResourceKind.Environment
                or ResourceKind.Pages
                or ResourceKind.Infrastructure;
}
