using Baton.Engine.Records;
using Baton.Engine.Views;

namespace Baton.Runtime.Stores.Moving;

/// <summary>
/// Moves a scope from one store to another. No transaction reaches over two stores, and at no moment may both grant: so
/// first the new place is closed until the state has come, then the old one is closed for good, in one transaction that
/// also sees that nobody lives in it; then all is written to the new place, which opens it, in one transaction again. A
/// move that breaks off leaves at most one of them open; to ask for it again goes on where it was.
/// </summary>
/// <param name="from">Where the scope is.</param>
/// <param name="to">Where it is to go.</param>
/// <param name="by">Who moves it.</param>
public sealed class Move(MovingPlace from, MovingPlace to, string by)
{
    /// <summary>Says what would stand in the way; nothing is changed.</summary>
    /// <exception cref="StoreException">A store can't be reached or read.</exception>
    public async ValueTask<MoveEnd> ForeseeAsync(CancellationToken cancellation)
    {
        var (left, target) = await LookAsync(cancellation).ConfigureAwait(false);
        return Object(left, target)
            ?? new MoveEnd.Moved(await from.Scope.ContentsAsync(cancellation).ConfigureAwait(false));
    }

    /// <summary>Moves it.</summary>
    /// <exception cref="StoreException">A store can't be reached, read or written.</exception>
    public async ValueTask<MoveEnd> RunAsync(CancellationToken cancellation)
    {
        var (left, judged) = await LookAsync(cancellation).ConfigureAwait(false);
        if (Object(left, judged) is { } objection)
            return objection;
        await ExpectAsync(judged, cancellation).ConfigureAwait(false);
        if (await LeaveAsync(cancellation).ConfigureAwait(false) is { } late)
            return late; // the new place stays closed: nobody used it, and to ask again goes on from here
        var image = await ScopeImage.OfAsync(from.Scope, cancellation).ConfigureAwait(false);
        var target = await to
            .Scope.RemakeAsync(
                standing =>
                    IsExpected(standing)
                        ? Remaking.Of(standing, image, (RecordKind.Arrived, Said($"from {from.Address}")))
                        : null, // somebody who moved it too was first
                cancellation
            )
            .ConfigureAwait(false);
        var contents = await to.Scope.ContentsAsync(cancellation).ConfigureAwait(false);
        // Who was first has the audit of the old place before its own; an audit that doesn't go on from it is another life.
        return IsExpected(target) || target.Body.Head.Number > image.Body.Head.Number
            ? new MoveEnd.Moved(contents)
            : new MoveEnd.Occupied(contents);
    }

    private async ValueTask<(ScopeStanding From, Target To)> LookAsync(CancellationToken cancellation)
    {
        var left = await from.Scope.RemakeAsync(_ => null, cancellation).ConfigureAwait(false);
        var standing = await to.Scope.RemakeAsync(_ => null, cancellation).ConfigureAwait(false);
        var contents = await to.Scope.ContentsAsync(cancellation).ConfigureAwait(false);
        return (left, new(standing, contents));
    }

    private MoveEnd? Object(ScopeStanding left, Target target) =>
        IsLeft(left) && target.Standing is { IsUntouched: false, Body.State.Elsewhere: null }
            ? new MoveEnd.Already()
            : ObjectToLeaving(left) ?? ObjectToComing(target.Standing, target);

    private MoveEnd? ObjectToLeaving(ScopeStanding standing) =>
        IsLeft(standing) ? null
        : standing.Body.State.Elsewhere is { } other ? new MoveEnd.Entangled(from.Address, other)
        : standing.IsUntouched ? new MoveEnd.Nothing()
        : standing.Live.Count > 0 ? new MoveEnd.Live(standing.Live)
        : null;

    private MoveEnd? ObjectToComing(ScopeStanding standing, Target judged) =>
        standing.Body.State.Elsewhere switch
        {
            { } elsewhere => elsewhere.Place == from.Address ? null : new MoveEnd.Entangled(to.Address, elsewhere),
            null when standing.IsUntouched || judged.IsEmptyAt(standing) => null,
            null => new MoveEnd.Occupied(judged.Contents),
        };

    /// <summary>Closes the new place until the state has come.</summary>
    private async ValueTask ExpectAsync(Target judged, CancellationToken cancellation) =>
        _ = await to
            .Scope.RemakeAsync(
                now =>
                    IsExpected(now) || ObjectToComing(now, judged) is not null
                        ? null
                        : Remaking.Of(
                            now,
                            new Elsewhere.ComingFrom(from.Address),
                            (RecordKind.Awaited, Said($"from {from.Address}"))
                        ),
                cancellation
            )
            .ConfigureAwait(false);

    /// <summary>Closes the old place for good, if nobody lives in it and the new one waits; gives what is against it.</summary>
    private async ValueTask<MoveEnd?> LeaveAsync(CancellationToken cancellation)
    {
        var target = await to.Scope.RemakeAsync(_ => null, cancellation).ConfigureAwait(false);
        if (!IsExpected(target))
            return new MoveEnd.Occupied(await to.Scope.ContentsAsync(cancellation).ConfigureAwait(false));
        MoveEnd? objection = null;
        _ = await from
            .Scope.RemakeAsync(
                now =>
                {
                    objection = ObjectToLeaving(now);
                    return objection is not null || IsLeft(now)
                        ? null
                        : Remaking.Of(
                            now,
                            new Elsewhere.MovedTo(to.Address),
                            (RecordKind.Left, Said($"to {to.Address}"))
                        );
                },
                cancellation
            )
            .ConfigureAwait(false);
        return objection;
    }

    private bool IsLeft(ScopeStanding standing) =>
        standing.Body.State.Elsewhere is Elsewhere.MovedTo moved && moved.Place == to.Address;

    private bool IsExpected(ScopeStanding standing) =>
        standing.Body.State.Elsewhere is Elsewhere.ComingFrom coming && coming.Place == from.Address;

    private Reason.Said Said(string what) => new(by, what);

    private sealed record Target(ScopeStanding Standing, ScopeContents Contents)
    {
        // A purged scope has nothing but its row; whether it still has nothing, its version tells.
        public bool IsEmptyAt(ScopeStanding now) =>
            now.Body.State.Version == Standing.Body.State.Version
            && Contents is { LiveRuns: 0, EndedRuns: 0, Lingering: 0, Recorded: 0, Paused: 0 };
    }
}
