using Baton.Cli.Options;
using Baton.Cli.Output;
using Baton.Engine;
using Baton.Runtime.Asking;
using Baton.Runtime.Coordination;
using Baton.Runtime.Keeping;
using Baton.Runtime.Kernel;
using Baton.Runtime.Logging;
using Baton.Runtime.Stores;

namespace Baton.Cli.Commands;

/// <summary>A call of a verb of a step: which run of which scope it means, and with which token.</summary>
/// <param name="Site">The scope and its store.</param>
/// <param name="Run">The run.</param>
/// <param name="Token">Its token.</param>
internal sealed record StepCall(Site Site, RunId Run, long Token)
{
    /// <summary>The variable that names the run where no word does.</summary>
    public const string RunVariable = "BATON_RUN_ID";

    /// <summary>Reads a call.</summary>
    /// <exception cref="AskingException">No run or no token is named.</exception>
    public static StepCall Of(Invocation call)
    {
        var name = call.Words.Count > 0 ? call.Words[0] : call.Surroundings.Set(RunVariable);
        if (name is null)
            throw new AskingException(
                AskingFault.Usage,
                $"no run is named: give the run id that baton acquire gave, or set {RunVariable}"
            );
        if (!Ulid.Is(name))
            throw new AskingException(
                AskingFault.Usage,
                $"{Workflows.Findings.OneLine.Quoted(name)} is no run id: it has 26 letters and digits, as baton acquire gave it"
            );
        var token =
            call.Get(KeepingOptions.Token)
            ?? throw new AskingException(
                AskingFault.Usage,
                "no token is named: give --token N, as baton acquire gave it, or set BATON_TOKEN"
            );
        return new(Requesting.Site(call), new RunId(name.ToUpperInvariant()), token);
    }

    /// <summary>Does something with the run's lease.</summary>
    public async ValueTask<StepStanding> DoAsync(Invocation call, Func<StepLease, ValueTask<StepStanding>> deed)
    {
        var clock = new BootClock(call.Surroundings.Clock);
        await using var store = await Stores.OpenAsync(call.Surroundings, Site, clock).ConfigureAwait(false);
        using var log = LineLogger.For(call);
        var kept = log is null ? (IScopeStore)store : new LoggedStore(store, log, clock);
        return await deed(new StepLease(kept, new Doorbells(Site.Place.Folder), clock)).ConfigureAwait(false);
    }

    /// <summary>Says where the run stands, and changes nothing; gives the exit code.</summary>
    public async ValueTask<int> LookAsync(Invocation call)
    {
        var clock = new BootClock(call.Surroundings.Clock);
        await using var store = await Stores.OpenAsync(call.Surroundings, Site, clock).ConfigureAwait(false);
        var run = await store.ReadAsync((view, _) => view.Run(Run), CancellationToken.None).ConfigureAwait(false);
        return new StandingReport(call, this).OfLook(run);
    }
}
