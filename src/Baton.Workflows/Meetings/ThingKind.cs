namespace Baton.Workflows.Meetings;

/// <summary>What kind of thing a symbol in a group's name tells apart.</summary>
internal enum ThingKind
{
    /// <summary>The same for all runs of a repository: its name, its default branch.</summary>
    Repository,

    /// <summary>Different for every run: <c>github.run_id</c>.</summary>
    Run,

    /// <summary>The number of an issue or a pull request, which share one row of numbers.</summary>
    Number,

    /// <summary>The short name of a branch.</summary>
    Branch,

    /// <summary>The whole name of a branch or tag.</summary>
    Ref,

    /// <summary>A commit.</summary>
    Commit,

    /// <summary>Anything else: only the same symbol is the same thing.</summary>
    Other,
}
