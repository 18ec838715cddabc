using System.Diagnostics;
using System.Text;
using Baton.Runtime.Git;

namespace Baton.Runtime.Pushing;

/// <summary>What a remote made of one push.</summary>
internal abstract record PushAnswer
{
    private PushAnswer() { } // closed: every case is here

    /// <summary>It moved the branch.</summary>
    public sealed record Applied : PushAnswer;

    /// <summary>It didn't, since the branch is elsewhere or somebody is at work on it: worth another try.</summary>
    public sealed record Later(string Why) : PushAnswer;

    /// <summary>It may have moved the branch: the answer was lost.</summary>
    public sealed record Unknown(string Why) : PushAnswer;

    /// <summary>It won't.</summary>
    public sealed record Never(string Why) : PushAnswer;

    /// <summary>It wasn't asked: a later run has passed the fence.</summary>
    public sealed record Overtaken(string Why) : PushAnswer;

    // builtin/push.c, transport.c and send-pack.c: what the client sees before anything is sent.
    // receive-pack.c and refs/*.c: what a server says whose ref was moved, or is being moved, by somebody else.
    private static readonly string[] Races =
    [
        "fetch first",
        "non-fast-forward",
        "stale info",
        "failed to update ref",
        "failed to lock",
        "cannot lock ref",
        "unable to lock",
        "incorrect old value",
        "reference already exists",
        "is at ",
        "but expected",
        "unable to migrate objects",
    ];

    // transport.c and receive-pack.c: of a ref that wasn't moved since another couldn't be.
    private static readonly string[] Followers =
    [
        "atomic push failed",
        "atomic push failure",
        "atomic transaction failed",
    ];

    /// <summary>What the end of a push means.</summary>
    /// <param name="end">How git ended.</param>
    /// <param name="name">The ref that it was for, before others.</param>
    /// <param name="count">How many refs were to be moved.</param>
    public static PushAnswer Of(GitEnd end, string name, int count) =>
        end switch
        {
            GitEnd.Done done => OfDone(PushedRef.Read(Encoding.UTF8.GetString(done.Output.Span)), count),
            GitEnd.Refused refused => OfRefused(refused, name),
            GitEnd.Authentication or GitEnd.Denied => new Never(end.Message),
            GitEnd.Network or GitEnd.TimedOut => new Unknown(end.Message),
            GitEnd.Locked => new Later(end.Message),
            GitEnd.Other => new Never(end.Message),
            _ => throw new UnreachableException(end.GetType().Name),
        };

    // Up to date: the remote compared nothing, so nobody knows who moved it there.
    private static PushAnswer OfDone(IReadOnlyList<PushedRef> refs, int count) =>
        refs.Count == count
        && refs.All(one => one.Fate is RefFate.Moved or RefFate.Made or RefFate.Forced or RefFate.Deleted)
            ? new Applied()
            : new Later("the remote has that commit already");

    // Of several refs that move together one has the reason, and the others only say that they didn't.
    private static PushAnswer OfRefused(GitEnd.Refused refused, string name)
    {
        var refs = refused.Refs.Where(one => one.Fate == RefFate.Refused).ToList();
        var reason =
            refs.Find(one => !Has(one.Detail, Followers))
            ?? refs.Find(one => one.Name == name)
            ?? refs.FirstOrDefault();
        if (reason is null)
            return new Never(refused.Message);
        return Has(reason.Detail, Races) || Has(reason.Detail, Followers)
            ? new Later(reason.Detail)
            : new Never($"{reason.Name}: {reason.Detail}{(refused.Why.Length > 0 ? $" ({refused.Why})" : "")}");
    }

    private static bool Has(string detail, string[] words) =>
        Array.Exists(words, word => detail.Contains(word, StringComparison.OrdinalIgnoreCase));
}

/// <summary>What a remote said when it was asked for its branch.</summary>
internal abstract record FetchAnswer
{
    private FetchAnswer() { } // closed: every case is here

    /// <summary>Where the branch is; an empty text where there is none.</summary>
    public sealed record At(string Commit) : FetchAnswer;

    /// <summary>It can't be asked now.</summary>
    public sealed record Later(string Why) : FetchAnswer;

    /// <summary>It can't be asked.</summary>
    public sealed record Never(string Why) : FetchAnswer;
}
