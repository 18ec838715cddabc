using System.Text;

namespace Baton.Runtime.Stores.Git;

/// <content>Trying what the remote allows, on refs that are thrown away.</content>
public sealed partial class GitScope : IScopeTrial
{
    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<StoreException>> TryAsync(CancellationToken cancellation)
    {
        await _gate.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            var names = new RefNames(_settings.Space, $"doctor {NewName()}");
            using var remote = new RemoteRefs(_settings, names);
            TryOn(remote, names, cancellation);
            return [.. Locks()];
        }
        catch (StoreException failure)
        {
            return [failure];
        }
        finally
        {
            _gate.Release();
        }
    }

    private void TryOn(RemoteRefs remote, RefNames names, CancellationToken cancellation)
    {
        _ = remote.Fetch(cancellation);
        var made = remote.Make([.. Enumerable.Range(0, 4).Select(Trial)], WallNow, cancellation);
        Expect<PushAnswer.Won>("new refs", [new(names.Audit, null, made[0]), new(names.State, null, made[1])]);
        try
        {
            // The state is not what this push says it is: then the audit must not move either.
            Expect<PushAnswer.Lost>(
                "a stale push",
                [new(names.Audit, made[0], made[2]), new(names.State, made[3], made[2])]
            );
            if (remote.Fetch(cancellation).GetValueOrDefault(names.Audit) != made[0])
                throw Unsuitable("a push that must move all refs or none has moved one of them");
            Expect<PushAnswer.Won>(
                "moved refs",
                [new(names.Audit, made[0], made[2]), new(names.State, made[1], made[3])]
            );
            made = [made[2], made[3]];
        }
        finally
        {
            Expect<PushAnswer.Won>("deleted refs", [new(names.Audit, made[0], null), new(names.State, made[1], null)]);
        }

        void Expect<T>(string what, IReadOnlyList<RefMove> moves)
            where T : PushAnswer
        {
            var answer = remote.Push(moves, cancellation);
            if (answer is not T)
                throw Unexpected(what, answer);
        }
    }

    private FileCommit Trial(int at) =>
        new($"trial-{at}", "baton doctor [skip ci]\n", Encoding.ASCII.GetBytes(NewName() + "\n"));

    private StoreException Unexpected(string what, PushAnswer answer) =>
        answer switch
        {
            PushAnswer.Locked locked => GitFault.Locked(_remote.Shown, locked.Why),
            PushAnswer.Unknown unknown => GitFault.Unavailable(
                $"{_remote.Shown}: the remote gave no answer to a push of {what} ({unknown.Why}). Try again later."
            ),
            PushAnswer.Lost lost => Unsuitable($"{what} were refused: {lost.Why}"),
            _ => Unsuitable($"{what} was not refused, so that of many who ask at once several would win"),
        };

    private StoreException Unsuitable(string what) =>
        new(StoreFault.Unsuitable, $"{_remote.Shown}: tried on refs of its own: {what}. Name another store.");

    /// <summary>Lock files that somebody left, where the remote's folder can be looked at.</summary>
    private IEnumerable<StoreException> Locks()
    {
        var refs = Path.Combine(_settings.Remote.Url, _settings.Space);
        return _settings.Remote.IsLocal && Directory.Exists(refs)
            ? Directory
                .EnumerateFiles(refs, "*.lock", SearchOption.AllDirectories)
                .Select(path => GitFault.Locked(_remote.Shown, path))
            : [];
    }
}
