using Baton.Cli.Options;
using Baton.Cli.Output;
using Baton.Engine.Commands;
using Baton.Engine.Records;
using Baton.Engine.Runs;
using Baton.Runtime.Asking;
using Baton.Runtime.Kernel;
using Baton.Runtime.Sessions;
using Baton.Workflows.Findings;

namespace Baton.Cli.Commands.Sessions;

/// <summary><c>baton session audit</c>: records how the job of a session went.</summary>
public static class SessionAuditCommand
{
    /// <summary>Its declaration.</summary>
    public static readonly Verb Verb = new("audit", "record how the job of a session went")
    {
        Takes = "KEY EVENT WORKFLOW RUN_ID SHA DONE STATUS",
        Words = (7, 7),
        Options = [.. CommonOptions.Place, CommonOptions.Verbose, CommonOptions.Log, CommonOptions.DryRun],
        Essay =
            "DONE is true where the work was done and false where the session was prevented; STATUS is\n"
            + "what the service says of the job. The entry is one of the scope's audit, in its chain, and\n"
            + "is printed as baton audit export --format session-audit has it.",
        Examples =
        [
            ("baton session audit qa-push-abc12345 push qa 77 abc12345de true success", "the job did its work"),
        ],
        Execute = ExecuteAsync,
    };

    private static async ValueTask<int> ExecuteAsync(Invocation call)
    {
        var (key, executed, status) = (call.Words[0], IsExecuted(call.Words[5]), call.Words[6]);
        var session = SessionCall.Read(call.Words[1], call.Words[2], call.Words[4]) with { RunId = call.Words[3] };
        var entry = new SessionEntry(key, call.Surroundings.Clock.GetUtcNow(), session)
        {
            Executed = executed,
            Status = status,
        };
        if (!call.Has(CommonOptions.DryRun))
            await RecordAsync(call, entry).ConfigureAwait(false);
        call.Surroundings.Out.Write(
            (call.Has(CommonOptions.DryRun) ? "Audit entry would be:\n" : "Audit entry created:\n")
                + JsonText.Block(entry.Write)
        );
        return (int)ExitCode.Success;
    }

    private static async ValueTask RecordAsync(Invocation call, SessionEntry entry)
    {
        var site = Requesting.Site(call);
        var origin = new Origin
        {
            Workflow = entry.Session.Workflow,
            Event = entry.Session.Event,
            Sha = entry.Session.Sha,
            ExternalRunId = entry.Session.RunId,
            Attempt = entry.Session.RunId == site.Ci.RunId ? site.Ci.Attempt : null,
            Actor = entry.Session.RunId == site.Ci.RunId ? site.Ci.Actor : null,
        };
        await using var scope = await Stores
            .OpenAsync(call.Surroundings, site, new BootClock(call.Surroundings.Clock))
            .ConfigureAwait(false);
        var found = await new OwnSessions(scope, entry.Session) { Attempt = origin.Attempt }
            .ShownAsAsync(entry.Key, CancellationToken.None)
            .ConfigureAwait(false);
        var command = new Command.ReportJob(
            found.Count > 0 ? found[0].Id : null,
            origin,
            entry.Executed ? ConclusionOf(entry.Status) : Conclusion.Duplicate,
            new Reason.JobSaid(entry.Key, entry.Status)
        );
        await scope.ApplyAsync([command], CancellationToken.None).ConfigureAwait(false);
    }

    private static bool IsExecuted(string word) =>
        word.ToLowerInvariant() switch
        {
            "true" => true,
            "false" => false,
            _ => throw new AskingException(AskingFault.Usage, $"DONE is true or false, not {OneLine.Quoted(word)}"),
        };

    // What isn't known to be a success is none: the key is then free, and somebody may do the work.
    private static Conclusion ConclusionOf(string status) =>
        status.ToLowerInvariant() switch
        {
            "success" => Conclusion.Success,
            "cancelled" or "canceled" => Conclusion.Cancelled,
            _ => Conclusion.Failure,
        };
}
