using Baton.Engine;
using Baton.Engine.Commands;
using Baton.Engine.Views;
using Baton.Runtime.Stores;

namespace Baton.Tests.Engine.Planted;

/// <summary>A store whose answers a faulty coordinator takes for something else.</summary>
internal sealed class MisheardStore(IScopeStore real, MisheardStore.Mishearing mishears) : IScopeStore
{
    /// <summary>What becomes of a word and its answer.</summary>
    internal delegate ValueTask<Applied> Mishearing(Command command, Func<ValueTask<Applied>> send);

    public string Scope => real.Scope;

    public ValueTask<Applied> ApplyAsync(IReadOnlyList<Command> commands, CancellationToken cancellation) =>
        mishears(commands[0], () => real.ApplyAsync(commands, cancellation));

    public ValueTask<T> ReadAsync<T>(Func<IScopeView, Instant, T> read, CancellationToken cancellation) =>
        real.ReadAsync(read, cancellation);

    public ValueTask DisposeAsync() => real.DisposeAsync();
}
