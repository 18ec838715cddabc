using Baton.Cli.Options;
using Baton.Cli.Output;
using Baton.Cli.Output.Sessions;
using Baton.Engine.Runs;
using Baton.Runtime.Asking;
using Baton.Runtime.Configuration;
using Baton.Runtime.Keeping;
using Baton.Runtime.Sessions;

namespace Baton.Cli.Commands.Sessions;

/// <summary><c>baton session check</c>: whether a session may begin, which claims it in the same moment.</summary>
public static class SessionCheckCommand
{
    /// <summary>Its declaration.</summary>
    public static readonly Verb Verb = new("check", "ask whether a session may begin, and claim it")
    {
        Takes = "EVENT WORKFLOW SHA [RUN_ID]",
        Words = (3, 4),
        Options = [.. SessionCall.Options, SessionOptions.EndsWithOne, CommonOptions.Json],
        Essay =
            "Prints SESSION_KEY, SKIP_EXECUTION, REASON, RETRY_SUPPRESSION and EARLY_GATING, and\n"
            + "sets step outputs of the same names in lower case. Ends with 0 where the session is\n"
            + "allowed and with 1 where it is prevented; in a step of GitHub Actions with 0 both times,\n"
            + "so that the next steps hear of it, unless --exit-code is given.\n\n"
            + "A keeper renews the claim until session cleanup, or until the job's process ends. A run\n"
            + "that checks again is told the same; a check without a run id is always a new asker.",
        Examples =
        [
            (
                "baton session check push 'QA pipeline' \"$GITHUB_SHA\" \"$GITHUB_RUN_ID\"",
                "the first step of a job; the next have if: steps.ID.outputs.skip_execution != 'true'"
            ),
            ("baton session check push qa abc12345def77 --window 10m", "with another window"),
        ],
        Execute = ExecuteAsync,
    };

    private static async ValueTask<int> ExecuteAsync(Invocation call)
    {
        var session = SessionCall.Read(call.Words[0], call.Words[1], call.Words[2]) with
        {
            RunId = call.Words is [_, _, _, { Length: > 0 } id] ? id : Requesting.Site(call).Ci.RunId,
        };
        SessionCall asked;
        try
        {
            asked = SessionCall.Of(call, session);
        }
        catch (AskingException problem) when (!call.Has(CommonOptions.DryRun) && Requesting.Observes(call, problem))
        {
            ObservedStep.WarnUndecided(call, problem);
            return new SessionReport(call, session).Allowed(problem.Lines[0]);
        }
        if (call.Has(CommonOptions.DryRun))
            return await PlanPage.TellAsync(call, asked.Plan).ConfigureAwait(false);
        var report = new SessionReport(call, session) { Plan = asked.Plan };
        if (asked.Plan.Mode == Mode.Observe)
            return report.Observed(
                await ObservedStep.AskAsync(call, asked.Plan, KeeperLaunch.Followed(call)).ConfigureAwait(false)
            );
        return await OwnAsync(call, asked).ConfigureAwait(false) is { } own
            ? report.Granted(new KeeperNews.Granted(own, ""))
            : await KeeperLaunch.TakeAsync(call, asked.Plan, report).ConfigureAwait(false);
    }

    // Who asks again hears the same: the claim that this very job has already.
    private static async ValueTask<Run?> OwnAsync(Invocation call, SessionCall asked)
    {
        var scope = await Reading.OpenAsync(asked.Plan.Site, call.Surroundings).ConfigureAwait(false);
        if (scope is null)
            return null;
        await using var open = scope.ConfigureAwait(false);
        var holder = await new OwnSessions(scope, asked.Session) { Attempt = asked.Plan.Site.Ci.Attempt }
            .HolderAsync(asked.Key, CancellationToken.None)
            .ConfigureAwait(false);
        return
            holder is not null
            && OwnSessions.IsKeptFor(holder, asked.Plan.Site.Place.Folder, KeeperLaunch.Followed(call))
            ? holder
            : null;
    }
}
