namespace Baton.Workflows.Events.Filters;

/// <summary>What a pattern is held against; it says what else can be wrong with it.</summary>
public enum GlobSubject
{
    /// <summary>The name of a branch or a tag.</summary>
    Ref,

    /// <summary>The path of a changed file, from the root of the repository.</summary>
    Path,

    /// <summary>Another name: of a workflow, an image, a version.</summary>
    Name,
}
