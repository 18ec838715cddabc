using System.Diagnostics;
using Baton.Engine.Commands;
using Baton.Runtime.Stores.Stored.V1;

namespace Baton.Runtime.Stores.Git;

/// <content>How commands get into the state.</content>
public sealed partial class GitScope
{
    /// <summary>The most live runs of a scope: all of them are written with every change.</summary>
    public const int MostLive = 1000;

    /// <summary>One batch of commands on its way into the state, through as many races as it takes.</summary>
    private sealed class Committing(GitScope scope, IReadOnlyList<Command> commands)
    {
        private const int LostBeforeTicket = 2,
            SameBeforeRefusal = 6;
        private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(20),
            LongestPause = TimeSpan.FromSeconds(2);

        private readonly GitStoreSettings _settings = scope._settings;
        private readonly long _began = scope._settings.Time.GetTimestamp();
        private readonly Dictionary<string, Applied> _sent = new(StringComparer.Ordinal);
        private readonly string _ticketRef =
            scope._names.Tickets
            + Asking.Ulid.Of(
                new DateTimeOffset(scope._settings.Clock.WallTicks, TimeSpan.Zero),
                scope._settings.Chance()
            );
        private bool _left;
        private int _rounds,
            _lost,
            _same;
        private long? _lockedSince;
        private IReadOnlyDictionary<string, string>? _tried;

        /// <summary>Goes on until they are in, are refused, or patience is over.</summary>
        public async ValueTask<Applied> RunAsync(CancellationToken cancellation)
        {
            while (true)
            {
                if (Step(cancellation) is { } applied)
                    return applied;
                _rounds++;
                await Task.Delay(Pause(), _settings.Time, cancellation).ConfigureAwait(false);
            }
        }

        private Applied? Step(CancellationToken cancellation)
        {
            var seen = Seen(cancellation);
            if (seen is null)
                return null;
            if (_rounds > 0 && Heard(seen) is { } heard)
                return heard;
            var fold = new Fold(seen.State ?? scope.Nothing(), scope.Time);
            foreach (var ticket in seen.Tickets)
                if (ticket.Ref != _ticketRef)
                    fold.Take(ticket);
            var applied = fold.Apply(commands);
            if (fold.IsNothing)
                return applied;
            Refuse(fold);
            return Push(seen, fold, applied, cancellation);
        }

        /// <summary>The scope as it is; nothing while it can't be read and a push is unanswered.</summary>
        private Snapshot? Seen(CancellationToken cancellation)
        {
            try
            {
                return _rounds == 0 ? scope.LookOrRemember(cancellation) : scope.Look(cancellation);
            }
            catch (StoreException failure) when (_sent.Count > 0 && failure.MayPass && !IsLate)
            {
                return null;
            }
        }

        /// <summary>Whether it is in the state already: by a push of ours whose answer was lost, or by somebody who took it along.</summary>
        private Applied? Heard(Snapshot seen)
        {
            if (seen.State is not { } state)
                return null;
            foreach (var push in state.Top.Pushes)
                if (_sent.TryGetValue(push, out var applied))
                    return applied;
            return (_left || _sent.Count > 0) && commands.All(CommandBody.CanLeave)
                ? Fold.Again(state, scope.Time, commands)
                : null;
        }

        private Applied? Push(Snapshot seen, Fold fold, Applied applied, CancellationToken cancellation)
        {
            var name = scope.NewName();
            var folded = fold.Finish(name, _settings.Retention, () => scope.Entries(seen, cancellation));
            var (moves, known) = scope.Prepare(seen, folded, cancellation);
            switch (scope._remote.Push(moves, cancellation))
            {
                case PushAnswer.Won:
                    scope._watching.Know(known);
                    scope._lookedAt = _settings.Time.GetTimestamp();
                    return applied;
                case PushAnswer.Lost lost:
                    Lose(seen, lost.Why);
                    if (++_lost == LostBeforeTicket && commands.All(CommandBody.CanLeave))
                        Leave(cancellation);
                    break;
                case PushAnswer.Locked locked:
                    Wait(locked.Why);
                    break;
                case PushAnswer.Unknown unknown:
                    _sent[name] = applied;
                    GiveUpLate(unknown.Why);
                    break;
                case var other:
                    throw new UnreachableException(other.GetType().Name);
            }
            return null;
        }

        private void Lose(Snapshot seen, string why)
        {
            // Refused as if somebody had been first, and nobody was: the server means something else.
            var same = _tried is not null && _tried.Count == seen.Refs.Count && !_tried.Except(seen.Refs).Any();
            _same = same ? _same + 1 : 0;
            _tried = seen.Refs;
            if (_same >= SameBeforeRefusal)
                throw GitFault.Unavailable($"{scope._remote.Shown}: the remote refuses the push ({why}).");
            GiveUpLate(why);
        }

        private void Wait(string why)
        {
            _lockedSince ??= _settings.Time.GetTimestamp();
            if (_settings.Time.GetElapsedTime(_lockedSince.Value) >= _settings.LockPatience)
                throw GitFault.Locked(scope._remote.Shown, why);
        }

        private void GiveUpLate(string why)
        {
            if (IsLate)
                throw GitFault.Unavailable(
                    $"{scope._remote.Shown}: no push got through in {_settings.Patience.TotalSeconds:0} s ({why})."
                );
        }

        private bool IsLate => _settings.Time.GetElapsedTime(_began) >= _settings.Patience;

        /// <summary>Leaves a ticket: whoever wins the next race takes it along.</summary>
        private void Leave(CancellationToken cancellation)
        {
            var content = Ticket.Write(commands, scope.NewName());
            var made = scope._remote.Make(
                [new FileCommit(FileCommit.Ticket, "baton ticket [skip ci]\n", content)],
                scope.WallNow,
                cancellation
            );
            _ = scope._remote.Push([new RefMove(_ticketRef, null, made[0])], cancellation);
            _left = true; // whether or not it got there: the state tells
        }

        /// <summary>Longer after each race, and by chance, so that those who lost together don't come back together.</summary>
        private TimeSpan Pause()
        {
            var most = Math.Min(FirstPause.Ticks << Math.Min(_rounds, 10), LongestPause.Ticks);
            return new(most * (1 + _settings.Chance()[0]) / 256);
        }

        private void Refuse(Fold fold)
        {
            if (
                commands.Any(command => command is Command.Request)
                && fold.Rows.Runs.Count(run => run.IsLive) > MostLive
            )
                throw new StoreException(
                    StoreFault.Full,
                    $"{scope._remote.Shown}: the scope has {MostLive} live runs, and a store in a git remote takes no more: "
                        + "all of them are written with every change. PostgreSQL and SQLite take a hundred times as many."
                );
        }
    }

    /// <summary>Says once that the remote is pushed to more often than those who keep it ask for.</summary>
    private void WarnOfBudget(StateTop top)
    {
        if (_isWarned || _settings.PushesPerMinute is not { } budget)
            return;
        var pushes = top.InTheLastMinute(WallNow);
        if (pushes <= budget)
            return;
        _isWarned = true;
        _settings.OnOverBudget?.Invoke(
            $"{_remote.Shown}: {pushes} pushes for the scope {Scope} in a minute, and a hosted service asks for at most "
                + $"{budget} a repository. Let fewer runs share it, or use PostgreSQL (docs/stores/git.md)"
        );
    }

    private DateTimeOffset WallNow => new(Time.Clock.WallTicks, TimeSpan.Zero);

    /// <summary>Makes the objects of a push; gives what it moves, and the scope as it is once that is done.</summary>
    private (IReadOnlyList<RefMove> Moves, Snapshot Known) Prepare(
        Snapshot seen,
        Folded folded,
        CancellationToken cancellation
    )
    {
        var top = folded.Next.Top.At(WallNow, seen.Tickets.Count);
        WarnOfBudget(top);
        var file = (folded.Next with { Top = top }).Write(folded.Dropped);
        List<FileCommit> commits =
        [
            new(FileCommit.State, $"baton state of version {folded.Next.Row.State.Version} [skip ci]\n", file),
        ];
        if (folded.Entries.Count > 0)
            commits.Add(
                new(
                    FileCommit.Audit,
                    $"audit {folded.Next.Row.Head} [skip ci]\n",
                    AuditLines.Write([.. folded.Kept ?? [], .. folded.Entries])
                )
                {
                    Parent = folded.Kept is null ? seen.AuditParent : null,
                }
            );
        var made = _remote.Make(commits, WallNow, cancellation);
        List<RefMove> moves = [new(_names.State, seen[_names.State], made[0])];
        if (made.Count > 1)
            moves.Insert(0, new(_names.Audit, seen[_names.Audit], made[1]));
        moves.AddRange(seen.Tickets.Select(ticket => new RefMove(ticket.Ref, ticket.Object, null)));
        var refs = moves
            .Where(move => move.To is not null)
            .ToDictionary(move => move.Name, move => move.To!, StringComparer.Ordinal);
        refs.TryAdd(_names.Audit, seen[_names.Audit] ?? "");
        if (refs[_names.Audit].Length == 0)
            refs.Remove(_names.Audit);
        return (moves, new(refs, StateDocument.Read(file), made.Count > 1 ? made[1] : seen.AuditParent, []));
    }
}
