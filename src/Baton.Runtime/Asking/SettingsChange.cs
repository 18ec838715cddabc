using Baton.Engine.Resources;
using Baton.Runtime.Configuration;

namespace Baton.Runtime.Asking;

/// <summary>What recording a file's settings means for one resource.</summary>
/// <param name="Resource">The resource.</param>
/// <param name="Before">What is recorded; nothing if nothing is.</param>
/// <param name="After">What the file says; nothing if it says nothing.</param>
public sealed record SettingsChange(ResourceName Resource, ResourceSettings? Before, ResourceSettings? After)
{
    /// <summary>Whether the store would have to change.</summary>
    public bool IsChange => Before != After;

    /// <summary>
    /// Compares what a file says with what is recorded. A pattern can't be recorded as such, since the store knows names
    /// only: it stands for the groups that it means and that the store knows.
    /// </summary>
    /// <param name="configuration">What the file says.</param>
    /// <param name="known">The resources that are in use, paused or recorded.</param>
    public static IReadOnlyList<SettingsChange> Of(BatonConfiguration configuration, IReadOnlyList<Resource> known)
    {
        var recorded = known.Where(one => one.Recorded).ToDictionary(one => one.Name, one => one.Settings);
        var exact = configuration.Groups.Where(group => IsExact(group.Pattern)).Select(group => group.Pattern.Text);
        var inUse = known
            .Where(one => one.Name.Kind == ResourceKind.Group)
            .Select(one => one.Name.Name)
            .Where(name => configuration.Groups.Any(group => group.Pattern.Matches(name)));
        var said = exact
            .Concat(inUse)
            .Select(ResourceName.Group)
            .Distinct()
            .SelectMany(name => Said(configuration, name.Name))
            .ToDictionary(one => one.Name, one => one.Settings);
        return
        [
            .. said
                .Keys.Union(recorded.Keys)
                .Order()
                .Select(name => new SettingsChange(
                    name,
                    recorded.GetValueOrDefault(name),
                    said.GetValueOrDefault(name)
                )),
        ];
    }

    /// <summary>Whether a pattern means one name alone.</summary>
    public static bool IsExact(NamePattern pattern) => pattern.Text.AsSpan().IndexOfAny('*', '?') < 0;

    private static IEnumerable<(ResourceName Name, ResourceSettings Settings)> Said(
        BatonConfiguration configuration,
        string name
    )
    {
        var settings = configuration.Group(name);
        yield return (ResourceName.Group(name), settings.Rules());
        if (settings.Rate is { } rate)
        {
            var need = Need.Rate(name, rate.Count, rate.Span);
            yield return (need.Resource, need.Settings);
        }
    }
}
