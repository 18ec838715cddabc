using System.Threading.Channels;
using Baton.Engine;
using Baton.Engine.Commands;
using Baton.Engine.Views;
using Baton.Runtime.Stores;

namespace Baton.Tests.Runtime.Stores;

/// <summary>A store in memory whose commits take until the test lets them through.</summary>
internal sealed class SlowStore : IScopeStore
{
    /// <summary>A run with this name breaks a precondition.</summary>
    public const string Impossible = "impossible";

    private readonly Channel<(int Commands, Action Let)> _commits = Channel.CreateUnbounded<(int, Action)>();

    public MemoryScope Scoped { get; } = new();

    /// <summary>Whether the commit that begins next fails.</summary>
    public bool FailsNext { get; set; }

    public string Scope => "acme/shop";

    /// <summary>The next commit that has begun: how many commands it has, and what lets it through.</summary>
    public async Task<(int Commands, Action Let)> NextAsync() =>
        await _commits.Reader.ReadAsync().AsTask().WaitAsync(TimeSpan.FromMinutes(1));

    public async ValueTask<Applied> ApplyAsync(IReadOnlyList<Command> commands, CancellationToken cancellation)
    {
        var let = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var fails = FailsNext;
        _commits.Writer.TryWrite((commands.Count, let.SetResult));
        await let.Task;
        if (fails)
            throw new StoreException(StoreFault.Unavailable, "the test says so");
        if (commands.OfType<Command.Request>().Any(request => request.Ask.Run.Value == Impossible))
            throw new ArgumentException("the test says so", nameof(commands));
        var outcome = Baton.Engine.Engine.Apply(Scoped, commands, Instant.Zero);
        Scoped.Apply(outcome);
        return new(outcome.Decisions, outcome.Changes, Instant.Zero, outcome.Due);
    }

    public ValueTask<T> ReadAsync<T>(Func<IScopeView, Instant, T> read, CancellationToken cancellation) =>
        ValueTask.FromResult(read(Scoped, Instant.Zero));

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
