using Baton.Engine;
using Baton.Engine.Commands;
using Baton.Engine.Runs;
using Baton.Runtime.Stores;

namespace Baton.Proof.Conforming;

/// <summary>One of those who ask at once in a round: it asks, waits to be woken, holds, and ends as its fate has it.</summary>
internal sealed class Contender(Contest contest, Ask ask, Fate fate)
{
    /// <summary>How commands reach the store.</summary>
    public required Saying Say { get; init; }

    /// <summary>How the run ended.</summary>
    public Conclusion? Conclusion { get; private set; }

    /// <summary>Goes the whole way.</summary>
    public async Task GoAsync(Opening open, Wakes wakes, Section section, CancellationToken cancellation)
    {
        await using var store = await open(cancellation).ConfigureAwait(false);
        var way = new Way(store, Say, wakes, cancellation);
        var run = await AskAsync(way, open).ConfigureAwait(false);
        if (fate == Fate.DiesAsking)
        {
            await LoseAsync(way).ConfigureAwait(false);
            return;
        }
        if (run.State == RunState.Waiting)
        {
            await wakes.OfAsync(ask.Run, cancellation).ConfigureAwait(false);
            run = await way.FindAsync(ask.Run).ConfigureAwait(false) ?? throw contest.Broken($"{ask.Run} is forgotten");
        }
        if (run.IsLive)
            await HoldAsync(way, run, section).ConfigureAwait(false);
        else
            Conclusion = run.Conclusion;
    }

    private async ValueTask<Run> AskAsync(Way way, Opening open)
    {
        var request = new Command.Request(ask);
        var first = await way.SayAsync(request, isHeard: fate is not (Fate.AskingUnheard or Fate.DiesAsking))
            .ConfigureAwait(false);
        if (fate != Fate.AskingUnheard)
            return Asked(first);
        // Another way in: what was only in the first one's memory is no answer.
        await using var store = await open(way.Cancellation).ConfigureAwait(false);
        return Asked(
            await new Way(store, Say, way.Wakes, way.Cancellation)
                .SayAsync(request, isHeard: true)
                .ConfigureAwait(false)
        );
    }

    private Run Asked(Decision decision) =>
        decision.About is { } run && run.Id == ask.Run
            ? run
            : throw contest.Broken($"{ask.Run} asked and was told {decision}");

    private async ValueTask HoldAsync(Way way, Run run, Section section)
    {
        section.Enter(run.Token);
        await Task.Yield();
        section.Leave();
        if (fate == Fate.DiesHolding)
        {
            await LoseAsync(way).ConfigureAwait(false);
            return;
        }
        var end = new Command.End(run.Id, run.Token, Contest.EndOf(fate));
        var told = await way.SayAsync(end, isHeard: fate != Fate.EndUnheard).ConfigureAwait(false);
        if (fate == Fate.EndUnheard)
            told = await way.SayAsync(end, isHeard: true).ConfigureAwait(false);
        Conclusion = told.About?.Conclusion ?? throw contest.Broken($"{ask.Run} ended and was told {told}");
    }

    /// <summary>Somebody has watched it for its whole lease: time is not waited for, since evidence is the observer's own.</summary>
    private async ValueTask LoseAsync(Way way)
    {
        while (await way.FindAsync(ask.Run).ConfigureAwait(false) is { IsLive: true } run)
            await way.SayAsync(
                    new Command.Expire(
                        run.Id,
                        run.Token,
                        run.Counter,
                        new Evidence.SeenUnrenewed(run.Lease),
                        Remains.Gone
                    ),
                    isHeard: true
                )
                .ConfigureAwait(false);
        Conclusion = Engine.Runs.Conclusion.Lost;
    }

    /// <summary>One way into the store.</summary>
    private sealed record Way(IScopeStore Store, Saying Say, Wakes Wakes, CancellationToken Cancellation)
    {
        public async ValueTask<Decision> SayAsync(Command command, bool isHeard)
        {
            var applied = await Say(Store, command, Cancellation).ConfigureAwait(false);
            if (isHeard)
                Wakes.Ring(applied.Changes);
            else
                await SafetyPollAsync().ConfigureAwait(false);
            return applied.Decisions[0];
        }

        public ValueTask<Run?> FindAsync(RunId run) => Store.ReadAsync((view, _) => view.Run(run), Cancellation);

        private async ValueTask SafetyPollAsync() =>
            Wakes.Ring(await ((IScopeHistory)Store).LiveRunsAsync(Cancellation).ConfigureAwait(false));
    }
}
