using Baton.Engine;
using Baton.Engine.Commands;
using Baton.Engine.Views;
using Baton.Proof.Simulating;
using Baton.Runtime.Stores;

namespace Baton.Proof.Forging;

/// <summary>A store before and after each word of which its process may be killed.</summary>
internal sealed class KillableStore(IScopeStore store, SimulatedProcess process, Action step) : IScopeStore
{
    public string Scope => store.Scope;

    public Pace Pace => store.Pace;

    public async ValueTask<Applied> ApplyAsync(IReadOnlyList<Command> commands, CancellationToken cancellation)
    {
        await StepAsync();
        var applied = await store.ApplyAsync(commands, cancellation);
        await StepAsync();
        return applied;
    }

    public ValueTask<T> ReadAsync<T>(Func<IScopeView, Instant, T> read, CancellationToken cancellation) =>
        store.ReadAsync(read, cancellation);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private Task StepAsync()
    {
        step();
        return process.IsAlive ? Task.CompletedTask : new TaskCompletionSource().Task;
    }
}
