using Baton.Engine;
using Baton.Engine.Commands;
using Baton.Engine.Runs;
using Baton.Runtime.Stores;

namespace Baton.Benchmarks.Rows;

/// <summary>One who asks for a group of his own and ends, again and again.</summary>
internal sealed class Caller(IScopeStore store, int number, int round)
{
    private int _asked;
    private Run? _holds;

    public async Task DecideAsync()
    {
        Command command = _holds is { } run
            ? new Command.End(run.Id, run.Token, Conclusion.Success)
            : new Command.Request(Asks.Of($"{number}-{round}-{_asked++}", $"group-{number}"));
        var applied = await store.ApplyAsync([command], CancellationToken.None).ConfigureAwait(false);
        _holds = applied.Decisions[0] is Decision.Granted granted ? granted.Run : null;
    }
}
