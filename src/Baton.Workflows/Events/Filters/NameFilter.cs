using Baton.Workflows.Syntax.Triggers;

namespace Baton.Workflows.Events.Filters;

/// <summary>
/// The patterns of one filter of an event, such as <c>branches</c> or <c>paths-ignore</c>. Their order counts:
/// https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#onpushbranchestagsbranches-ignoretags-ignore
/// </summary>
public sealed class NameFilter
{
    private readonly IReadOnlyList<Glob> globs;

    private NameFilter(string name, IReadOnlyList<Glob> globs) => (Name, this.globs) = (name, globs);

    /// <summary>The filter's name in the file.</summary>
    public string Name { get; }

    /// <summary>Whether the patterns say what is left out.</summary>
    public bool Ignores => Name.EndsWith("-ignore", StringComparison.Ordinal);

    /// <summary>
    /// Whether it leaves out and has <c>!</c> before a pattern, of which GitHub's page says nothing: it knows <c>!</c>
    /// only in filters that include.
    /// </summary>
    public bool IsUndefined => Ignores && globs.Any(glob => glob.IsNegative);

    /// <summary>What the patterns of a filter are held against.</summary>
    public static GlobSubject Subject(string filter) =>
        filter switch
        {
            "branches" or "branches-ignore" or "tags" or "tags-ignore" => GlobSubject.Ref,
            "paths" or "paths-ignore" => GlobSubject.Path,
            _ => GlobSubject.Name,
        };

    /// <summary>The filter of a file, or null where GitHub refuses one of its patterns.</summary>
    public static NameFilter? Of(EventFilter filter)
    {
        ArgumentNullException.ThrowIfNull(filter);
        return Of(filter.Name.Text, [.. filter.Patterns.Select(pattern => pattern.AsText())]);
    }

    /// <summary>A filter of a name with patterns, or null where GitHub refuses one of them.</summary>
    public static NameFilter? Of(string name, IReadOnlyList<string> patterns)
    {
        ArgumentNullException.ThrowIfNull(patterns);
        var globs = patterns.Select(pattern => Glob.Read(pattern, Subject(name)).Glob).OfType<Glob>().ToList();
        return globs.Count == patterns.Count ? new NameFilter(name, globs) : null;
    }

    /// <summary>
    /// Whether a name gets through. Where the filter includes, the last pattern that matches decides. Where it leaves
    /// out, one pattern is enough, and one behind <c>!</c> leaves out all that it doesn't match:
    /// https://github.com/nektos/act/blob/master/pkg/workflowpattern/workflow_pattern.go
    /// </summary>
    public bool Passes(string name)
    {
        if (globs.Count == 0)
            return true;
        return Ignores
            ? !globs.Any(glob => glob.Matches(name) != glob.IsNegative)
            : globs.LastOrDefault(glob => glob.Matches(name)) is { IsNegative: false };
    }
}
