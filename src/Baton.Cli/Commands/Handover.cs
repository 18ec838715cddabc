using System.Runtime.InteropServices;
using Baton.Cli.Output;
using Baton.Runtime.Keeping;
using Baton.Runtime.Kernel;
using Baton.Runtime.Runs;

namespace Baton.Cli.Commands;

/// <summary>
/// Gives a keeper its order, passes on what it says while it waits, and takes the run over for the caller. Until the
/// caller has been told of the run, the keeper ends it when this process goes, however it goes.
/// </summary>
internal sealed class Handover(IHandoverReport report, DetachedProcess keeper, Signals signals)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30),
        Look = TimeSpan.FromMinutes(1);

    private readonly BootClock _clock = new(report.Surroundings.Clock);
    private PosixSignal? _interrupted;

    /// <summary>Takes it over; gives the exit code.</summary>
    public async ValueTask<int> TakeAsync(KeepOrder order)
    {
        if (!keeper.Orders.Send(order.Write()))
            return Gone();
        var waiter = new Waiter(_clock);
        var since = _clock.GetTimestamp();
        while (true)
        {
            waiter.Wait([keeper.News, signals], Look < Patience ? Look : Patience);
            if (signals.Take() is [var signal, ..])
            {
                if (_interrupted is not null)
                    return Gone(); // asked twice: the keeper ends the run by itself
                (_interrupted, since) = (signal, _clock.GetTimestamp());
                keeper.Orders.Dispose();
            }
            foreach (var line in keeper.News.Take())
                if (await HearAsync(KeeperNews.Read(line)).ConfigureAwait(false) is { } code)
                    return code;
            if (keeper.News.IsOver || (_interrupted is not null && _clock.GetElapsedTime(since) > Patience))
                return Gone();
        }
    }

    private async ValueTask<int?> HearAsync(KeeperNews news)
    {
        switch (news)
        {
            case KeeperNews.Says says:
                report.Surroundings.Error.WriteLine(says.Line);
                return null;
            case KeeperNews.Granted when _interrupted is not null:
                return null; // it hears that it was left, and says so
            case KeeperNews.Granted granted:
                return await HandOverAsync(granted).ConfigureAwait(false);
            case KeeperNews.Over over when _interrupted is { } signal:
                return await report.NotGrantedAsync(new RunEnd.Interrupted(over.Run, signal)).ConfigureAwait(false);
            case KeeperNews.Over over:
                return await report.NotGrantedAsync(new RunEnd.NotStarted(over.Run)).ConfigureAwait(false);
            case KeeperNews.Failed failed:
                return await report.FailedAsync(failed).ConfigureAwait(false);
            default:
                throw new System.Diagnostics.UnreachableException(news.GetType().Name);
        }
    }

    private async ValueTask<int> HandOverAsync(KeeperNews.Granted granted)
    {
        var uptake = await report.GrantedAsync(granted).ConfigureAwait(false);
        return uptake is Uptake.Left || keeper.Orders.Send(Tether.Kept) ? uptake.Code : Gone();
    }

    private int Gone()
    {
        if (_interrupted is { } signal)
            return report.Left(signal);
        // It tells of whatever it can: who falls silent was killed, and its run will be called lost.
        report.Surroundings.Say(
            "the keeper has died, perhaps it was killed, and what it asked for is lost with it. Ask again; "
                + "--log FILE shows what it says"
        );
        return (int)ExitCode.Lost;
    }
}
