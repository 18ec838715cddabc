using Baton.Cli.Options;
using Baton.Cli.Output;
using Baton.Cli.Output.Sessions;
using Baton.Runtime.Asking;
using Baton.Runtime.Configuration;
using Baton.Runtime.Sessions;

namespace Baton.Cli.Commands.Sessions;

/// <summary><c>baton session register</c>: confirms the claim that the check made, or makes it where nobody checked.</summary>
public static class SessionRegisterCommand
{
    /// <summary>Its declaration.</summary>
    public static readonly Verb Verb = new("register", "confirm the session that a check claimed")
    {
        Takes = "KEY EVENT WORKFLOW RUN_ID SHA",
        Words = (5, 5),
        Options = SessionCall.Options,
        Essay =
            "Says that the session begins, and prints it. Where the run has no claim, since it never\n"
            + "checked, register makes one; where another run has the session it ends with 1 and says\n"
            + "whose it is, so that nothing expensive starts. KEY is what check printed.",
        Examples = [("baton session register qa-push-abc12345 push qa 77 abc12345de", "after a check that allowed it")],
        Execute = ExecuteAsync,
    };

    private static async ValueTask<int> ExecuteAsync(Invocation call)
    {
        var session = SessionCall.Read(call.Words[1], call.Words[2], call.Words[4]) with { RunId = call.Words[3] };
        if (!session.IsShownAs(call.Words[0]))
            throw new AskingException(
                AskingFault.Usage,
                $"{Workflows.Findings.OneLine.Quoted(call.Words[0])} is not the key of this session, which is {Workflows.Findings.OneLine.Of(session.Key)}",
                "give the key that session check printed, and the same event, workflow and commit"
            );
        var asked = SessionCall.Of(call, session);
        if (call.Has(CommonOptions.DryRun))
            return await PlanPage.TellAsync(call, asked.Plan).ConfigureAwait(false);
        var report = new RegisterReport(call, asked);
        if (asked.Plan.Mode == Mode.Observe || await IsClaimedAsync(call, asked).ConfigureAwait(false))
            return report.Confirmed();
        return await KeeperLaunch.TakeAsync(call, asked.Plan, report).ConfigureAwait(false);
    }

    private static async ValueTask<bool> IsClaimedAsync(Invocation call, SessionCall asked)
    {
        var scope = await Reading.OpenAsync(asked.Plan.Site, call.Surroundings).ConfigureAwait(false);
        if (scope is null)
            return false;
        await using var open = scope.ConfigureAwait(false);
        return await new OwnSessions(scope, asked.Session) { Attempt = asked.Plan.Site.Ci.Attempt }
            .HolderAsync(asked.Key, CancellationToken.None)
            .ConfigureAwait(false)
            is not null;
    }
}
