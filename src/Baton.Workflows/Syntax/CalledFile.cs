namespace Baton.Workflows.Syntax;

/// <summary>
/// Where a called workflow is:
/// https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#jobsjob_iduses, and for <c>$/</c>
/// https://github.com/actions/runner/blob/main/src/Sdk/DTPipelines/Pipelines/PipelineConstants.cs
/// </summary>
public abstract record CalledFile
{
    private CalledFile() { } // closed: every case is here

    /// <summary>In the same repository at the same commit.</summary>
    /// <param name="Path">Its path from the repository's root.</param>
    public sealed record Local(string Path) : CalledFile;

    /// <summary>In the repository that the calling file itself comes from, at the commit that it has there.</summary>
    /// <param name="Path">Its path from the repository's root.</param>
    public sealed record Own(string Path) : CalledFile;

    /// <summary>In a repository at a ref.</summary>
    /// <param name="Repository">Owner and name.</param>
    /// <param name="Path">Its path from the repository's root.</param>
    /// <param name="Ref">The branch, tag or commit.</param>
    public sealed record Remote(string Repository, string Path, string Ref) : CalledFile;

    /// <summary>What a <c>uses</c> of a job names, or null where it names no file.</summary>
    public static CalledFile? Of(string uses)
    {
        ArgumentNullException.ThrowIfNull(uses);
        if (uses.StartsWith("./", StringComparison.Ordinal))
            return IsWorkflow(uses[2..]) ? new Local(uses[2..]) : null;
        if (uses.StartsWith("$/", StringComparison.Ordinal))
            return IsWorkflow(uses[2..]) ? new Own(uses[2..]) : null;
        var at = uses.LastIndexOf('@');
        var parts = at < 0 ? [] : uses[..at].Split('/', 3);
        return parts is [{ Length: > 0 }, { Length: > 0 }, var path] && at + 1 < uses.Length && IsWorkflow(path)
            ? new Remote($"{parts[0]}/{parts[1]}", path, uses[(at + 1)..])
            : null;
    }

    private static bool IsWorkflow(string path) =>
        path.EndsWith(".yml", StringComparison.Ordinal) || path.EndsWith(".yaml", StringComparison.Ordinal);
}
