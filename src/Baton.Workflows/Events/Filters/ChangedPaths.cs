namespace Baton.Workflows.Events.Filters;

/// <summary>What is known of the files that a push or a pull request changes.</summary>
public abstract record ChangedPaths
{
    private ChangedPaths() { } // closed: every case is here

    /// <summary>
    /// How many files GitHub looks at, the first ones of the diff:
    /// https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#git-diff-comparisons
    /// </summary>
    public const int MostFiles = 300;

    /// <summary>With more commits than this a push starts the workflow whatever it changes; the same page.</summary>
    public const int MostCommits = 1000;

    /// <summary>Nothing is known.</summary>
    public sealed record Unknown : ChangedPaths;

    /// <summary>The files are known.</summary>
    /// <param name="Paths">Their paths from the root of the repository, in the order of the diff.</param>
    public sealed record Known(IReadOnlyList<string> Paths) : ChangedPaths;
}
