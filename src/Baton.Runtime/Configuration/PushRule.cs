namespace Baton.Runtime.Configuration;

/// <summary>How a conflict in some files is resolved.</summary>
public sealed record PushRule
{
    /// <summary>Patterns over paths, with <c>**</c> for any folders; one that names a folder means all in it. At least one.</summary>
    public IReadOnlyList<string> Paths { get; init; } = [];

    /// <summary>The way; null only where the file has an error.</summary>
    public PushResolution? Resolve { get; init; }

    /// <summary>Lists whose items are merged one by one: the list's key, and the key that tells an item.</summary>
    public IReadOnlyDictionary<string, string> Lists { get; init; } = new Dictionary<string, string>();

    /// <summary>The key or column that tells a row, of jsonl and csv; null where rows are only appended.</summary>
    public string? By { get; init; }

    /// <summary>Keys that follow a rule of their own.</summary>
    public IReadOnlyDictionary<string, PushKeyRule> Keys { get; init; } = new Dictionary<string, PushKeyRule>();

    /// <summary>
    /// The command that makes the file anew, with its arguments; empty unless <see cref="Resolve"/> is regenerate.
    /// </summary>
    public IReadOnlyList<string> Command { get; init; } = [];
}
