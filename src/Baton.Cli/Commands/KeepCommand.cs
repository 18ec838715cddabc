using Baton.Cli.Output;
using Baton.Runtime.Asking;
using Baton.Runtime.Configuration;
using Baton.Runtime.Fencing;
using Baton.Runtime.Keeping;
using Baton.Runtime.Kernel;

namespace Baton.Cli.Commands;

/// <summary>
/// <c>baton keep</c>, which <c>baton acquire</c> starts: reads one order on its standard input, asks, waits and keeps, and
/// tells on its standard output what comes of it.
/// </summary>
public static class KeepCommand
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    /// <summary>Its declaration.</summary>
    public static readonly Verb Verb = new("keep", "keep a run for baton acquire, which starts it")
    {
        IsHidden = true,
        Execute = ExecuteAsync,
    };

    private static async ValueTask<int> ExecuteAsync(Invocation call)
    {
        using var orders = PipeEnd.Input();
        using var news = PipeEnd.Output();
        var clock = new BootClock(call.Surroundings.Clock);
        var lines = new NewsWriter(news, call.Surroundings.Complaints, call.Surroundings.Clock);
        var surroundings = call.Surroundings with { Complaints = new(() => lines) };
        try
        {
            // A keeper may live for hours; the folder that it was started in may be wanted away before.
            Environment.CurrentDirectory = "/";
            var order = KeepOrder.Read(First(orders, clock));
            return await KeepAsync(order, (orders, news), surroundings).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            var failure = Failure.Of(exception);
            news.Send(new KeeperNews.Failed((int)failure.Code, string.Join('\n', failure.Lines)).Write());
            return failure.Tell(call.Surroundings);
        }
    }

    private static async ValueTask<int> KeepAsync(
        KeepOrder order,
        (PipeEnd Orders, PipeEnd News) pipes,
        Surroundings surroundings
    )
    {
        var clock = new BootClock(surroundings.Clock);
        var place = PlaceOf(order, surroundings);
        await using var store = await Stores.OpenAsync(surroundings, (order.Scope, place), clock).ConfigureAwait(false);
        using var services = ServiceRuns.Find(surroundings, clock);
        var here = ServiceRuns.Around(
            Runtime.Coordination.Surroundings.Here(place.Folder, clock),
            surroundings,
            services
        );
        var keeper = new Keeper(order, here, new RunObserver(surroundings, (_, _) => default))
        {
            OnStopped = (_, cancellation) =>
                order.CancelsRun && services is not null && here.PartOf is { } own
                    ? services.CancelAsync(own, cancellation)
                    : ValueTask.CompletedTask,
            Fences = Stores.FencesOf(surroundings, (order.Fences, order.Folder), (order.Scope, here.Folder), store),
            OnGranted = (run, fences) => pipes.News.Send(new KeeperNews.Granted(run, FencePass.Write(fences)).Write()),
        };
        var end = await keeper.KeepAsync(store, new Tether(pipes.Orders), CancellationToken.None).ConfigureAwait(false);
        if (end is KeptEnd.NotFenced unfenced)
            throw new FailureException(ExitCodes.Of(unfenced.Failure));
        var (run, why) = end switch
        {
            KeptEnd.Over over => (over.Run, over.Why),
            KeptEnd.GivenUp lost => (lost.Run, $"its holds stay taken for the lock-delay: {lost.Why}"),
            KeptEnd.NotGranted none => (none.Run, "it was not granted"),
            _ => throw new System.Diagnostics.UnreachableException(end.GetType().Name),
        };
        if (run is not null)
            pipes.News.Send(new KeeperNews.Over(run, why).Write());
        if (end is not KeptEnd.NotGranted)
            surroundings.Say($"run {run?.Id} is kept no longer: {why}");
        return (int)(end is KeptEnd.GivenUp ? ExitCode.Lost : ExitCode.Success);
    }

    private static StorePlace PlaceOf(KeepOrder order, Surroundings surroundings) =>
        StoreAddress.Parse(order.Store) switch
        {
            StoreReading.Read read => new PlaceSearch(surroundings.Variable).Find(read.Value, order.Folder),
            StoreReading.Malformed malformed => throw new AskingException(
                AskingFault.Configuration,
                $"the store that baton acquire named can't be read: {malformed.Message}"
            ),
            _ => throw new System.Diagnostics.UnreachableException("an address is read or malformed"),
        };

    private static string First(PipeEnd orders, BootClock clock)
    {
        var waiter = new Waiter(clock);
        for (
            var started = clock.GetTimestamp();
            clock.GetElapsedTime(started) < Patience;
            waiter.Wait([orders], Patience)
        )
            if (orders.Take() is [var line, ..])
                return line;
            else if (orders.IsOver)
                break;
        throw new FailureException(
            new Failure(ExitCode.Usage, "keep is started by baton acquire, and was told nothing")
        );
    }
}
