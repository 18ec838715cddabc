using System.Diagnostics;
using Baton.Runtime.Git;

namespace Baton.Runtime.Fencing;

/// <summary>
/// The fences under which a push is made. Each is moved once more in the very push that moves the branch: a ref that stays
/// as it is isn't sent, so the server would compare nothing.
/// </summary>
/// <param name="refs">The fences on the remote that is pushed to.</param>
/// <param name="passes">Those that the runs around have moved.</param>
/// <param name="chance">Random bytes.</param>
internal sealed class PushFence(FenceRefs refs, IReadOnlyList<FencePass> passes, Func<byte[]> chance)
{
    private readonly List<string> names = [.. passes.Select(pass => pass.Name).Distinct(StringComparer.Ordinal)];

    /// <summary>Looks where the fences are.</summary>
    public PushFenceLook Look(TimeSpan within)
    {
        if (passes.Count == 0)
            return new PushFenceLook.Held([]);
        return refs.Read(names, within) switch
        {
            FenceReading.Read read => Judge(read.Fences),
            FenceReading.Strange strange => new PushFenceLook.Overtaken($"{strange.Name} is nothing that Baton wrote"),
            FenceReading.Failed { End: GitEnd.Network or GitEnd.TimedOut or GitEnd.Locked } failed =>
                new PushFenceLook.Later(failed.End.Message),
            FenceReading.Failed failed => new PushFenceLook.Never(failed.End.Message),
            var other => throw new UnreachableException(other.GetType().Name),
        };
    }

    /// <summary>Leaves nothing behind.</summary>
    public void Close() => refs.Forget(names);

    // A run inside of another one moves a fence of its own; where both moved one, the inner's token is the newer.
    private PushFenceLook Judge(IReadOnlyDictionary<string, (string Commit, FenceMark Mark)> fences)
    {
        var moves = new List<FenceMove>();
        foreach (var pass in passes.GroupBy(pass => pass.Name, StringComparer.Ordinal).Select(one => one.Last()))
        {
            if (!fences.TryGetValue(pass.Name, out var there))
                return new PushFenceLook.Overtaken("the fence that this run has moved is gone");
            var (commit, mark) = there;
            if (mark.Store != pass.Store || mark.Token != pass.Token)
                return new PushFenceLook.Overtaken(
                    $"this run, with token {pass.Token}, was overtaken: a later one has passed the fence, with token {mark.Token}"
                );
            var next = FenceMark.New(mark.Store, (mark.Token, mark.Counter + 1), chance);
            moves.Add(new FenceMove(pass.Name, commit, refs.Make(next, "Fence, moved with a push")));
        }

        return new PushFenceLook.Held(moves);
    }
}

/// <summary>Where the fences of a push are.</summary>
internal abstract record PushFenceLook
{
    private PushFenceLook() { } // closed: every case is here

    /// <summary>Where these runs have put them.</summary>
    public sealed record Held(IReadOnlyList<FenceMove> Moves) : PushFenceLook;

    /// <summary>Somebody else has moved one.</summary>
    public sealed record Overtaken(string Why) : PushFenceLook;

    /// <summary>They can't be read now.</summary>
    public sealed record Later(string Why) : PushFenceLook;

    /// <summary>They can't be read.</summary>
    public sealed record Never(string Why) : PushFenceLook;
}
