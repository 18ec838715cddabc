using System.Diagnostics;
using Baton.Runtime.Git;

namespace Baton.Runtime.Stores.Git;

/// <summary>What an end of git means to whoever uses the store.</summary>
internal static class GitFault
{
    // receive-pack's own words, then those of services that take nothing but branches and tags.
    private static readonly string[] NoSuchRefs =
    [
        "deny updating a hidden ref",
        "funny refname",
        "prohibited",
        "refusing to create",
        "invalid ref",
        "ref not allowed",
    ];

    private static readonly string[] Refusals =
    [
        "hook declined",
        "protected",
        "deny",
        "denied",
        "not allowed",
        "forbidden",
    ];

    /// <summary>What became of a push; a refusal that trying again can't change is thrown.</summary>
    /// <exception cref="StoreException">It is refused for good.</exception>
    public static PushAnswer Judge(string remote, GitEnd end, IReadOnlyList<RefMove> moves) =>
        end switch
        {
            GitEnd.Done done => Judge(PushedRef.Read(System.Text.Encoding.UTF8.GetString(done.Output.Span)), moves),
            GitEnd.Refused refused => Judge(remote, refused),
            GitEnd.Locked locked => new PushAnswer.Locked(locked.Message),
            GitEnd.Network or GitEnd.TimedOut => new PushAnswer.Unknown(end.Message),
            _ => throw From(remote, end),
        };

    /// <summary>The exception for an end.</summary>
    public static StoreException From(string remote, GitEnd end) =>
        end switch
        {
            GitEnd.Denied denied => new(
                StoreFault.ReadOnly,
                $"{remote}: these credentials may only read ({denied.Message}). A pull request from a fork gets no others: "
                    + "run where the token may write contents, or say --read-only skip or proceed."
            ),
            GitEnd.Authentication stranger => Unavailable(
                $"{remote}: the remote doesn't know these credentials ({stranger.Message}). "
                    + "git takes them from its settings and helpers; nobody can be asked here."
            ),
            GitEnd.Network away => Unavailable($"{remote}: the remote can't be reached ({away.Message})."),
            GitEnd.TimedOut late => Unavailable($"{remote}: the remote didn't answer in time ({late.Message})."),
            GitEnd.Locked locked => Locked(remote, locked.Message),
            GitEnd.Other { Code: 127 } none => new(
                StoreFault.Unavailable,
                $"a store in a git remote needs git: {none.Message}"
            ),
            GitEnd.Other other => Unavailable(
                $"{remote}: the remote can't be used ({other.Message}). Check its name or URL."
            ),
            GitEnd.Refused refused => Refused(remote, refused),
            GitEnd.Done => throw new UnreachableException("nothing is wrong with what was done"),
            _ => throw new UnreachableException(end.GetType().Name),
        };

    /// <summary>A lock file that stays where it is.</summary>
    public static StoreException Locked(string remote, string why) =>
        Unavailable(
            $"{remote}: a lock file of the server is in the way ({why}). git removes none that a killed server left: "
                + "whoever keeps the server deletes it once no git runs there."
        );

    /// <summary>What stands there isn't what Baton writes.</summary>
    public static StoreException Corrupt(string remote, string what, Exception? inner = null) =>
        new(StoreFault.Corrupt, $"{remote}: the state is damaged ({what}). Nothing was overwritten.", inner);

    /// <summary>It doesn't work now, and may later.</summary>
    public static StoreException Unavailable(string message) => new(StoreFault.Unavailable, message);

    private static PushAnswer Judge(IReadOnlyList<PushedRef> refs, IReadOnlyList<RefMove> moves)
    {
        // "Up to date" was never sent, so nothing was compared: that is somebody else's object, or an answer to nothing.
        foreach (var move in moves)
            if (
                refs.FirstOrDefault(one => one.Name == move.Name)
                is not { Fate: RefFate.Moved or RefFate.Forced or RefFate.Made or RefFate.Deleted }
            )
                return new PushAnswer.Lost($"{move.Name} was not moved");
        return new PushAnswer.Won();
    }

    private static PushAnswer.Lost Judge(string remote, GitEnd.Refused refused) =>
        Has(refused, NoSuchRefs) || Has(refused, Refusals)
            ? throw Refused(remote, refused)
            : new PushAnswer.Lost(refused.Message);

    private static StoreException Refused(string remote, GitEnd.Refused refused) =>
        Has(refused, NoSuchRefs)
            ? new(
                StoreFault.Unsuitable,
                $"{remote}: the remote takes no refs but branches and tags ({refused.Message}). "
                    + "Say the store as git:REMOTE#branches on every machine: its refs are then branches, baton/…"
            )
            : new(
                StoreFault.ReadOnly,
                $"{remote}: the remote refused the push ({refused.Message}). Allow refs/baton/ there, or say "
                    + "git:REMOTE#branches if it takes nothing but branches. A pull request from a fork may not push at all: "
                    + "run where the token may write contents, or say --read-only skip or proceed."
            );

    private static bool Has(GitEnd.Refused refused, string[] words) =>
        refused.Refs.Any(one =>
            one.Fate == RefFate.Refused
            && Array.Exists(words, word => one.Detail.Contains(word, StringComparison.OrdinalIgnoreCase))
        );
}
