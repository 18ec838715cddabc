using System.Text;

namespace Baton.Runtime.Pushing;

/// <summary>What a commit says of itself beside its tree and parent.</summary>
/// <param name="Message">Its message.</param>
/// <param name="Variables">Who wrote it and when, where that isn't who runs git now.</param>
internal sealed record CommitText(ReadOnlyMemory<byte> Message, IReadOnlyDictionary<string, string> Variables)
{
    // Of commits that exist only so that git finds what two trees have in common: the same trees make the same commits.
    private static readonly Dictionary<string, string> Nobody = new()
    {
        ["GIT_AUTHOR_NAME"] = "baton",
        ["GIT_AUTHOR_EMAIL"] = "baton@localhost",
        ["GIT_AUTHOR_DATE"] = "946684800 +0000",
        ["GIT_COMMITTER_NAME"] = "baton",
        ["GIT_COMMITTER_EMAIL"] = "baton@localhost",
        ["GIT_COMMITTER_DATE"] = "946684800 +0000",
    };

    /// <summary>The text of a commit that nobody will see.</summary>
    public static CommitText Scaffold { get; } = new(Encoding.ASCII.GetBytes("scaffold\n"), Nobody);
}
