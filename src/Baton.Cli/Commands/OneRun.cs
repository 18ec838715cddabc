using System.Runtime.InteropServices;
using Baton.Cli.Options;
using Baton.Cli.Output;
using Baton.Engine.Commands;
using Baton.Engine.Runs;
using Baton.Runtime.Asking;
using Baton.Runtime.Configuration;
using Baton.Runtime.Coordination;
using Baton.Runtime.Estimates;
using Baton.Runtime.Kernel;
using Baton.Runtime.Logging;
using Baton.Runtime.Observing;
using Baton.Runtime.Runs;
using Baton.Runtime.Stores;

namespace Baton.Cli.Commands;

/// <summary>One command under one plan, from the opening of the store to what there is to tell of its end.</summary>
/// <param name="call">The call that it belongs to.</param>
/// <param name="plan">What is asked for it.</param>
/// <param name="command">The command.</param>
internal sealed class OneRun(Invocation call, Plan plan, IReadOnlyList<string> command)
{
    private readonly BootClock _clock = new(call.Surroundings.Clock);

    /// <summary>What the command's environment has beside this process's own.</summary>
    public IReadOnlyDictionary<string, string> Variables { get; init; } = new Dictionary<string, string>();

    /// <summary>Told before a command is started without protection.</summary>
    public required Action<string> OnUnprotected { get; init; }

    /// <summary>Asks, waits, runs the command.</summary>
    /// <exception cref="StoreException">The store can't be used, and the command was not started.</exception>
    /// <exception cref="RequestRefusedException">The request itself was refused.</exception>
    public async ValueTask<RunFacts> RunAsync()
    {
        var run = PlanOf();
        if (plan.Mode == Mode.Observe)
            return await ObserveAsync(run).ConfigureAwait(false);
        try
        {
            return await ProtectedAsync(run).ConfigureAwait(false);
        }
        catch (StoreException failure) when (failure.Fault == StoreFault.ReadOnly)
        {
            var onlooker = new Onlooker(call, plan);
            switch (await onlooker.DecideAsync(failure.Message).ConfigureAwait(false))
            {
                case Onlooking.Skips skips:
                    return Skipped(skips.Why, onlooker.Skipped);
                case Onlooking.Proceeds:
                    return await UnprotectedAsync(run, UnprotectedWords.OfReadOnly(failure.Message))
                        .ConfigureAwait(false);
                default:
                    throw;
            }
        }
        catch (StoreException failure) when (run.ProceedsUnprotected && MayProceed(failure.Fault))
        {
            return await UnprotectedAsync(run, UnprotectedWords.OfNoStore(failure.Message)).ConfigureAwait(false);
        }
    }

    private static RunFacts Skipped(string why, int code) =>
        new(null, code) { Sentence = $"not started, skipped: {why}", IsSkipped = true };

    private async ValueTask<RunFacts> UnprotectedAsync(RunPlan run, string why)
    {
        OnUnprotected(why);
        var unprotected = new UnprotectedRun(run, _clock, WithdrawAsync);
        var code = await unprotected.RunAsync().ConfigureAwait(false);
        await ReportLaterAsync(why).ConfigureAwait(false);
        return new RunFacts(null, code)
        {
            Sentence = $"warning: the run was not protected: {why}",
            Signal = unprotected.Signal,
            IsUnprotected = true,
        };
    }

    private async ValueTask<RunFacts> ProtectedAsync(RunPlan run)
    {
        await using var store = await Stores.OpenAsync(call.Surroundings, plan.Site, _clock).ConfigureAwait(false);
        using var services = ServiceRuns.Find(call.Surroundings, _clock);
        var here = ServiceRuns.Around(
            Runtime.Coordination.Surroundings.Here(plan.Site.Place.Folder, _clock),
            call.Surroundings,
            services
        );
        var observer = new RunObserver(call.Surroundings, new Estimating(new PastDurations(store)).OfAsync);
        using var log = LineLogger.For(call);
        var (told, kept) = log is null
            ? ((IRunObserver)observer, (IScopeStore)store)
            : (new LoggedRun(observer, log), new LoggedStore(store, log, _clock));
        var fenced = run with
        {
            Fences = Stores.FencesOf(
                call.Surroundings,
                (plan.Fences, call.Surroundings.Folder),
                (plan.Site.Scope, here.Folder),
                store
            ),
        };
        var running = new CommandRun(fenced, here, told);
        var end = await running.RunAsync(kept, CancellationToken.None).ConfigureAwait(false);
        var judge = new RunJudge(plan, call.Get(RequestOptions.SkippedExitCode) ?? 0);
        var facts = await judge.OfAsync(end, store).ConfigureAwait(false);
        return facts with { Warnings = observer.Warnings, Signal = SignalOf(end) ?? running.Signal };
    }

    private async ValueTask<RunFacts> ObserveAsync(RunPlan run)
    {
        var here = Runtime.Coordination.Surroundings.Here(plan.Site.Place.Folder, _clock);
        var warnings = new List<string>();
        await using var shadow = new Shadow(plan.Ask, plan.Site.Scope, here, OpenBesideAsync)
        {
            OnTrouble = trouble =>
            {
                warnings.Add(trouble);
                call.Surroundings.Say($"warning: mode: observe: {trouble}");
            },
        };
        var observed = new ObservedRun(run, _clock, shadow);
        var end = await observed.RunAsync(CancellationToken.None).ConfigureAwait(false);
        return RunJudge.OfObserved(end) with { Warnings = warnings, Signal = observed.Signal };
    }

    // A command that is only observed waits for no store.
    private async ValueTask<IScopeStore> OpenBesideAsync(string scope) =>
        await Stores
            .OpenAsync(call.Surroundings, plan.Site with { Scope = scope }, _clock, TimeSpan.FromSeconds(1))
            .ConfigureAwait(false);

    private static PosixSignal? SignalOf(RunEnd end) =>
        end is RunEnd.Interrupted interrupted ? interrupted.Signal : null;

    private RunPlan PlanOf() =>
        new()
        {
            Ask = plan.Ask,
            Command = command,
            Environment = EnvironmentOf(call, Variables),
            Scope = plan.Site.Scope,
            Store = plan.Site.Address,
            Grace = plan.Grace,
            ProceedsUnprotected = plan.OnUnavailable == OnUnavailable.Proceed,
        };

    /// <summary>This process's environment with some variables more.</summary>
    public static IReadOnlyDictionary<string, string> EnvironmentOf(
        Invocation call,
        IReadOnlyDictionary<string, string> variables
    )
    {
        var all = call.Surroundings.Variables();
        return variables.Count == 0
            ? all
            : all.Where(one => !variables.ContainsKey(one.Key))
                .Concat(variables)
                .ToDictionary(one => one.Key, one => one.Value, StringComparer.Ordinal);
    }

    // A store that is in the wrong place, or of a newer version, is a mistake in the set-up that proceeding would hide.
    private static bool MayProceed(StoreFault fault) => fault is not (StoreFault.Unsuitable or StoreFault.TooNew);

    private async ValueTask<bool> WithdrawAsync()
    {
        try
        {
            await using var store = await Stores
                .OpenAsync(call.Surroundings, plan.Site, _clock, TimeSpan.FromSeconds(1))
                .ConfigureAwait(false);
            var asked = await store
                .ReadAsync((view, _) => view.Run(plan.Ask.Run), CancellationToken.None)
                .ConfigureAwait(false);
            if (asked is { IsLive: true })
                await store
                    .ApplyAsync([new Command.End(asked.Id, asked.Token, Conclusion.Cancelled)], CancellationToken.None)
                    .ConfigureAwait(false);
            return true;
        }
        catch (StoreException)
        {
            return false;
        }
    }

    private async ValueTask ReportLaterAsync(string why)
    {
        try
        {
            await using var store = await Stores.OpenAsync(call.Surroundings, plan.Site, _clock).ConfigureAwait(false);
            await store
                .ApplyAsync([new Command.ReportUnprotected(plan.Ask.Origin, why)], CancellationToken.None)
                .ConfigureAwait(false);
        }
        catch (StoreException failure)
        {
            call.Surroundings.Say(
                $"warning: the audit does not know of this unprotected run, the store still fails: {failure.Message}"
            );
        }
    }
}
