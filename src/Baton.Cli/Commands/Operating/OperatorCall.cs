using Baton.Cli.Options;
using Baton.Engine.Commands;
using Baton.Engine.Runs;
using Baton.Runtime.Asking;
using Baton.Runtime.Coordination;
using Baton.Runtime.Stores;
using Baton.Workflows.Findings;

namespace Baton.Cli.Commands.Operating;

/// <summary>
/// A call of an operator's verb: in which scope, who says it, and why. Who it is is what the CI service or the environment
/// says, which anybody may set who may write the store: it tells colleagues apart and keeps nobody out.
/// </summary>
/// <param name="Call">The call.</param>
/// <param name="Site">The scope and its store.</param>
/// <param name="By">Who says it.</param>
/// <param name="Why">Why; empty where nothing was said.</param>
internal sealed record OperatorCall(Invocation Call, Site Site, string By, string Why)
{
    private const int LongestName = 100;
    private const int MostNamed = 5;
    private static readonly string[] UserVariables = ["USER", "LOGNAME", "USERNAME"];

    /// <summary>Reads a call.</summary>
    /// <exception cref="AskingException">There is no such scope.</exception>
    public static OperatorCall Of(Invocation call)
    {
        var site = Requesting.Site(call);
        return new(call, site, NameOf(call, site), call.Get(OperatingOptions.Reason) ?? "");
    }

    /// <summary>Who calls.</summary>
    public static string NameOf(Invocation call, Site site)
    {
        var name =
            site.Ci.Actor ?? UserVariables.Select(call.Surroundings.Set).FirstOrDefault(user => user is not null);
        return OneLine.Of(name ?? "somebody", LongestName);
    }

    /// <summary>The one run that a text names; a live one goes before those that have ended.</summary>
    /// <exception cref="FailureException">None, or several.</exception>
    private async ValueTask<Run> FindRunAsync(ITendedScope? scope, string text)
    {
        var found = await WhyCommand.FindAsync(scope, text, Site.Scope).ConfigureAwait(false);
        var live = found.Where(run => run.IsLive).ToList();
        if ((live.Count > 0 ? live : found) is [var one])
            return one;
        var named = (live.Count > 0 ? live : found).Take(MostNamed).Select(run => $"run {run.Id}, {run.State}");
        throw new FailureException(
            new Failure(
                ExitCode.Usage,
                [$"{OneLine.Quoted(text)} means more than one run: name one by its id", .. named]
            )
        );
    }

    /// <summary>Does something with the one run that the first word names.</summary>
    public async ValueTask<int> WithRunAsync(Func<ITendedScope, Run, ValueTask<int>> deed)
    {
        var scope = await Reading.OpenAsync(Site, Call.Surroundings).ConfigureAwait(false);
        try
        {
            var run = await FindRunAsync(scope, Call.Words[0]).ConfigureAwait(false);
            return await deed(scope!, run).ConfigureAwait(false);
        }
        finally
        {
            if (scope is not null)
                await scope.DisposeAsync().ConfigureAwait(false);
        }
    }

    /// <summary>Says a command to the scope, or with <c>--dry-run</c> only what would come of it; wakes whom it concerns.</summary>
    public async ValueTask<Deed> DoAsync(ITendedScope scope, Command command)
    {
        if (Call.Has(CommonOptions.DryRun))
            return await scope
                .ReadAsync(
                    (view, now) =>
                    {
                        var outcome = Engine.Engine.Apply(view, [command], now);
                        return new Deed(outcome.Decisions[0], outcome.Changes, now);
                    },
                    default
                )
                .ConfigureAwait(false);
        var applied = await scope.ApplyAsync([command], default).ConfigureAwait(false);
        new Doorbells(Site.Place.Folder).RingFor(applied.Changes, null);
        return new Deed(applied.Decisions[0], applied.Changes, applied.Now);
    }
}
