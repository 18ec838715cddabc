using Baton.Cli.Options;
using Baton.Cli.Output;
using Baton.Engine;
using Baton.Engine.Commands;
using Baton.Engine.Runs;
using Baton.Runtime.Asking;
using Baton.Runtime.Configuration;
using Baton.Runtime.Keeping;
using Baton.Runtime.Kernel;
using Baton.Runtime.Stores;
using Baton.Runtime.Wording;

namespace Baton.Cli.Commands;

/// <summary>
/// Who may read the store and not write it, as a fork's pull request may: it can't ask, but it can see what asking would
/// come to, by the same engine over the same state, and keep out of what others have.
/// </summary>
/// <param name="call">The call.</param>
/// <param name="plan">What would be asked.</param>
internal sealed class Onlooker(Invocation call, Plan plan)
{
    /// <summary>The exit code of who isn't needed.</summary>
    public int Skipped => ExitCodes.For(Conclusion.Skipped, call.Get(RequestOptions.SkippedExitCode) ?? 0);

    /// <summary>What is to be done.</summary>
    /// <param name="why">What the store said.</param>
    public async ValueTask<Onlooking> DecideAsync(string why)
    {
        if (plan.ReadOnly == ReadOnlyStore.Fail)
            return new Onlooking.Fails();
        var readOnly = $"the store may only be read: {why}";
        if (plan.ReadOnly == ReadOnlyStore.Skip)
            return new Onlooking.Skips(readOnly);
        try
        {
            return await InTheWayAsync().ConfigureAwait(false) is { } inTheWay
                ? new Onlooking.Skips($"{inTheWay}; it can't wait for it, since {readOnly}")
                : new Onlooking.Proceeds();
        }
        catch (StoreException)
        {
            return new Onlooking.Fails(); // what can't be seen can't be respected
        }
    }

    /// <summary>What is to be done where a keeper has failed, and why it would be unprotected.</summary>
    /// <param name="failed">What the keeper said.</param>
    public async ValueTask<(Onlooking Then, string Unprotected)> AfterAsync(KeeperNews.Failed failed)
    {
        if ((ExitCode)failed.Code == ExitCode.StoreReadOnly)
            return (
                await DecideAsync(failed.Message).ConfigureAwait(false),
                UnprotectedWords.OfReadOnly(failed.Message)
            );
        Onlooking then =
            failed.IsOfTheStore() && plan.OnUnavailable == OnUnavailable.Proceed
                ? new Onlooking.Proceeds()
                : new Onlooking.Fails();
        return (then, UnprotectedWords.OfNoStore(failed.Message));
    }

    /// <summary>Why it would not be granted now, in a sentence without its full stop; nothing if it would be.</summary>
    private async ValueTask<string?> InTheWayAsync()
    {
        await using var store = await Stores
            .OpenToReadAsync(call.Surroundings, plan.Site, new BootClock(call.Surroundings.Clock))
            .ConfigureAwait(false);
        return await store.ReadAsync(Judge, CancellationToken.None).ConfigureAwait(false);
    }

    private string? Judge(Engine.Views.IScopeView view, Instant now)
    {
        // Nobody else hears of it, so there is no burst to wait for.
        var ask = plan.Ask with
        {
            Delay = TimeSpan.Zero,
        };
        var decision = Engine.Engine.Apply(view, [new Command.Request(ask)], now).Decisions[0];
        if (decision is Decision.Granted)
            return null;
        if (decision.About is not { Reason: { } reason })
            return "the store would not take the request";
        var telling = new Telling(id => view.Run(id) is { } run ? RunTitle.Of(run) : null, now);
        return ReasonWords.Of(reason, telling);
    }
}
