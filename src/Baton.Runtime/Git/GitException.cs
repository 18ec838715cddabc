namespace Baton.Runtime.Git;

/// <summary>A call of git didn't end as it has to.</summary>
/// <param name="end">How it ended.</param>
public sealed class GitException(GitEnd end) : Exception($"git: {end.Message}")
{
    /// <summary>How it ended.</summary>
    public GitEnd End { get; } = end;
}
