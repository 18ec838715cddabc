using System.Text;
using Baton.Runtime.Asking;
using Baton.Workflows.Hashing;

namespace Baton.Runtime.Pushing.Queueing;

/// <summary>
/// The queue of one branch for one class of writers, by the beginning of its tickets' names. It sorts before
/// <c>refs/heads/</c>, and nobody sees it among branches and tags.
/// </summary>
/// <param name="Base">The beginning; ends with a slash.</param>
public sealed record QueueName(string Base)
{
    /// <summary>What the names of all queues begin with.</summary>
    public const string Space = "refs/baton/queue/";

    /// <summary>Names a queue.</summary>
    /// <param name="branch">The branch's full name.</param>
    /// <param name="classOf">What writers must have in common to be led together, each with its name before it.</param>
    public static QueueName Of(string branch, params IReadOnlyList<string> classOf) =>
        new($"{Space}{Hash([branch])}/{Hash(classOf)}/");

    /// <summary>A ticket's name: they sort by the time at which they were made.</summary>
    /// <param name="now">The time.</param>
    /// <param name="chance">Ten random bytes.</param>
    public string Ticket(DateTimeOffset now, ReadOnlySpan<byte> chance) =>
        Base + Ulid.Of(now, chance).ToLowerInvariant();

    // A line feed is in no branch and no class.
    private static string Hash(IReadOnlyList<string> parts) =>
        Convert.ToHexStringLower(Sha256.Hash(Encoding.UTF8.GetBytes(string.Join('\n', parts))))[..20];
}
