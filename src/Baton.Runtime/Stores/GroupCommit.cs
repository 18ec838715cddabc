using System.Collections.Concurrent;
using Baton.Engine;
using Baton.Engine.Commands;
using Baton.Engine.Views;

namespace Baton.Runtime.Stores;

/// <summary>
/// A store for a process with many callers: whoever comes while a commit is under way shares the next one with all who
/// came meanwhile. A commit waits for the disk or the network, and takes hardly longer for many commands than for one.
/// Each caller is answered after the commit that its commands were in, and with its own decisions.
/// </summary>
/// <remarks>
/// Nobody waits for others to come: the first who finds no commit under way begins one. The commands of one caller stay
/// together and in their order; a batch is cut before <see cref="Most"/> commands.
/// </remarks>
/// <param name="store">The store; its commits happen one after another.</param>
public sealed class GroupCommit(IScopeStore store) : IScopeStore
{
    /// <summary>The most commands of a batch of several callers: a transaction keeps other processes waiting.</summary>
    public const int Most = 128;

    private readonly ConcurrentQueue<Share> _waiting = new();
    private readonly SemaphoreSlim _turn = new(1);

    /// <inheritdoc/>
    public string Scope => store.Scope;

    /// <inheritdoc/>
    public Pace Pace => store.Pace;

    /// <inheritdoc/>
    /// <remarks>The changes are those of the whole batch.</remarks>
    public async ValueTask<Applied> ApplyAsync(IReadOnlyList<Command> commands, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var mine = new Share(commands);
        _waiting.Enqueue(mine);
        try
        {
            await _turn.WaitAsync(cancellation).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!mine.TryTake())
        {
            // It is in a commit that is under way: what becomes of it has to be heard.
            return await mine.Answer.ConfigureAwait(false);
        }
        try
        {
            while (!mine.Answer.IsCompleted)
                await CommitAsync(Batch()).ConfigureAwait(false);
        }
        finally
        {
            _turn.Release();
        }
        return await mine.Answer.ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public ValueTask<T> ReadAsync<T>(Func<IScopeView, Instant, T> read, CancellationToken cancellation) =>
        store.ReadAsync(read, cancellation);

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        _turn.Dispose();
        return store.DisposeAsync();
    }

    private List<Share> Batch()
    {
        var batch = new List<Share>();
        var commands = 0;
        while (_waiting.TryPeek(out var next) && (batch.Count == 0 || commands + next.Commands.Count <= Most))
        {
            _ = _waiting.TryDequeue(out _);
            if (!next.TryTake())
                continue; // its caller has left
            batch.Add(next);
            commands += next.Commands.Count;
        }
        return batch;
    }

    private async ValueTask CommitAsync(List<Share> batch)
    {
        try
        {
            Answer(
                batch,
                await store
                    .ApplyAsync([.. batch.SelectMany(share => share.Commands)], CancellationToken.None)
                    .ConfigureAwait(false)
            );
        }
        catch (Exception failure) when (failure is StoreException || batch.Count == 1)
        {
            batch.ForEach(share => share.Fail(failure));
        }
        catch (Exception)
        {
            // One of them asked for what can't be; nothing was written. Each alone, the others get their answers.
            foreach (var share in batch)
                await CommitAsync([share]).ConfigureAwait(false);
        }
    }

    private static void Answer(List<Share> batch, Applied applied)
    {
        var first = 0;
        foreach (var share in batch)
        {
            var own = applied.Decisions.Skip(first).Take(share.Commands.Count);
            share.Succeed(applied with { Decisions = [.. own] });
            first += share.Commands.Count;
        }
    }

    /// <summary>The commands of one caller, on their way into a commit.</summary>
    private sealed class Share(IReadOnlyList<Command> commands)
    {
        private readonly TaskCompletionSource<Applied> _answer = new(
            TaskCreationOptions.RunContinuationsAsynchronously
        );
        private int _taken;

        public IReadOnlyList<Command> Commands => commands;

        public Task<Applied> Answer => _answer.Task;

        /// <summary>Takes it into a commit, or away with its caller: only one of them can.</summary>
        public bool TryTake() => Interlocked.Exchange(ref _taken, 1) == 0;

        public void Succeed(Applied applied) => _answer.SetResult(applied);

        public void Fail(Exception failure) => _answer.SetException(failure);
    }
}
