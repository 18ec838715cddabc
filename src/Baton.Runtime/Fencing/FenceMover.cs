using System.Diagnostics;
using Baton.Runtime.Git;
using Baton.Runtime.Pushing;

namespace Baton.Runtime.Fencing;

/// <summary>Moves fences of one remote: reads, judges, pushes on condition, and again as long as smaller tokens come in between.</summary>
/// <param name="clock">Measures spans.</param>
/// <param name="chance">Random bytes.</param>
/// <param name="mine">The store's id, and the run's token.</param>
internal sealed class FenceMover(TimeProvider clock, Func<byte[]> chance, (string Store, long Token) mine)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200),
        LongestPause = TimeSpan.FromSeconds(5);

    // A push whose answer was lost may have arrived: what we wrote is known by its nonce.
    private readonly HashSet<string> nonces = new(StringComparer.Ordinal);

    /// <summary>The scope's name.</summary>
    public required string Scope { get; init; }

    /// <summary>The fences and their groups.</summary>
    public required IReadOnlyList<(string Name, string Group)> Names { get; init; }

    /// <summary>Whether the remote names its objects otherwise than the repository that was used.</summary>
    public bool IsOfOtherFormat { get; private set; }

    /// <summary>Moves them.</summary>
    public async ValueTask<FenceStep> MoveAsync(
        FenceRefs refs,
        (long Started, TimeSpan Within) time,
        CancellationToken cancellation
    )
    {
        IsOfOtherFormat = false;
        for (var pause = Pause; ; pause = pause * 2 < LongestPause ? pause * 2 : LongestPause)
        {
            var left = time.Within - clock.GetElapsedTime(time.Started);
            if (left <= TimeSpan.Zero)
                return FenceStep.Failed(FenceFault.Unreachable, "the fence could not be moved in time");
            var (step, why) = Try(refs, left);
            if (step is not null)
                return step;
            if (clock.GetElapsedTime(time.Started) + pause >= time.Within)
                return FenceStep.Failed(FenceFault.Unreachable, why);
            await Task.Delay(pause * (0.5 + (chance()[0] / 512.0)), clock, cancellation).ConfigureAwait(false);
        }
    }

    private (FenceStep? Step, string Why) Try(FenceRefs refs, TimeSpan left)
    {
        switch (refs.Read([.. Names.Select(one => one.Name)], left))
        {
            case FenceReading.Failed failed:
                return OfFailure(failed.End);
            case FenceReading.Strange strange:
                return (FenceStep.Failed(FenceFault.Refused, $"{strange.Name} is nothing that Baton wrote"), "");
            case FenceReading.Read read:
                return Judge(read.Fences) is { } step ? (step, "") : Push(refs, read.Fences, left);
            case var other:
                throw new UnreachableException(other.GetType().Name);
        }
    }

    private FenceStep? Judge(IReadOnlyDictionary<string, (string Commit, FenceMark Mark)> fences)
    {
        var answers = Names
            .Select(one =>
                FenceAnswer.Of(
                    fences.TryGetValue(one.Name, out var there) ? there.Mark : null,
                    mine.Store,
                    mine.Token,
                    nonces
                )
            )
            .ToList();
        if (answers.OfType<FenceAnswer.Overtaken>().FirstOrDefault() is { } overtaken)
            return FenceStep.Failed(
                FenceFault.Overtaken,
                $"a later run has passed the fence, with token {overtaken.By}"
            );
        var larger = answers.OfType<FenceAnswer.NeedsLarger>().ToList();
        if (larger.Count > 0)
            return new FenceStep.Smaller(larger.Max(answer => answer.Above));
        return answers.TrueForAll(answer => answer is FenceAnswer.HasPassed) ? FenceStep.Moved : null;
    }

    private (FenceStep? Step, string Why) Push(
        FenceRefs refs,
        IReadOnlyDictionary<string, (string Commit, FenceMark Mark)> fences,
        TimeSpan left
    )
    {
        var moves = Names
            .Select(one =>
            {
                var mark = FenceMark.New(mine.Store, (mine.Token, 0), chance);
                nonces.Add(mark.Nonce);
                return new FenceMove(
                    one.Name,
                    fences.TryGetValue(one.Name, out var there) ? there.Commit : "",
                    refs.Make(mark, $"Fence of {one.Group} in {Scope}")
                );
            })
            .ToList();
        return refs.Push(moves, left) switch
        {
            PushAnswer.Applied => (FenceStep.Moved, ""),
            PushAnswer.Later later => (null, later.Why),
            PushAnswer.Unknown unknown => (null, unknown.Why),
            PushAnswer.Never never => OfFailure(new GitEnd.Other(1, never.Why)),
            var other => throw new UnreachableException(other.GetType().Name),
        };
    }

    private (FenceStep? Step, string Why) OfFailure(GitEnd end)
    {
        IsOfOtherFormat = GitComplaint.IsOfOtherFormat(end);
        return end is GitEnd.Network or GitEnd.TimedOut or GitEnd.Locked
            ? (null, end.Message)
            : (FenceStep.Failed(FenceFault.Refused, end.Message), "");
    }
}
