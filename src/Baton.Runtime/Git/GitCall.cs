namespace Baton.Runtime.Git;

/// <summary>One call of git: never through a shell. Names that somebody else chose belong behind a `--`.</summary>
/// <param name="Place">Where.</param>
/// <param name="Arguments">The command and its arguments.</param>
public sealed record GitCall(GitPlace Place, params IReadOnlyList<string> Arguments)
{
    /// <summary>What it reads from its standard input.</summary>
    public ReadOnlyMemory<byte> Input { get; init; }

    /// <summary>Variables beside those that every call gets.</summary>
    public IReadOnlyDictionary<string, string> Variables { get; init; } = new Dictionary<string, string>();

    /// <summary>Whether the hooks of the repository run.</summary>
    public bool RunsHooks { get; init; }

    /// <summary>How long it may take; 30 s if not said. Then it is killed with all that it started.</summary>
    public TimeSpan Deadline { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The most bytes of standard output; 64 MiB if not said.</summary>
    public int MostOutput { get; init; } = 64 << 20;
}
