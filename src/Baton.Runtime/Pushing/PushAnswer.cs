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
        "atomic push failed",
        "unable to migrate objects",
    ];

    /// <summary>What a refusal of a branch means.</summary>
    public static PushAnswer Of(GitEnd.Refused refused, string branch)
    {
        var detail = refused.Refs.FirstOrDefault(one => one.Name == branch)?.Detail ?? refused.Why;
        return Array.Exists(Races, race => detail.Contains(race, StringComparison.OrdinalIgnoreCase))
            ? new Later(detail)
            : new Never(refused.Message);
    }
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
