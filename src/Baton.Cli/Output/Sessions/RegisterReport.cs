using System.Globalization;
using System.Runtime.InteropServices;
using Baton.Cli.Commands;
using Baton.Cli.Commands.Sessions;
using Baton.Runtime.Keeping;
using Baton.Runtime.Kernel;
using Baton.Runtime.Runs;
using Baton.Runtime.Wording;

namespace Baton.Cli.Output.Sessions;

/// <summary>Tells whether a session is registered.</summary>
internal sealed class RegisterReport(Invocation call, SessionCall asked) : IHandoverReport
{
    /// <inheritdoc/>
    public Surroundings Surroundings => call.Surroundings;

    /// <summary>Tells that the session is this run's; gives the exit code.</summary>
    public int Confirmed()
    {
        var session = asked.Session;
        Surroundings.Out.Write(
            $"Session registered: {Plain.Text(session.Key)}\n"
                + JsonText.Block(json =>
                {
                    json.WriteString("session_key", session.Key);
                    json.WriteString(
                        "start_time",
                        Surroundings
                            .Clock.GetUtcNow()
                            .ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture)
                    );
                    json.WriteString("event_type", session.Event);
                    json.WriteString("workflow", session.Workflow);
                    json.WriteString("run_id", session.RunId);
                    json.WriteString("commit_sha", session.Sha);
                })
        );
        return (int)ExitCode.Success;
    }

    /// <inheritdoc/>
    public ValueTask<Uptake> GrantedAsync(KeeperNews.Granted granted)
    {
        var run = granted.Run;
        var token = run.Token.ToString(CultureInfo.InvariantCulture);
        LaterSteps.Tell(call, asked.Plan.Site, (run.Id.Value, token, granted.Fences));
        return new(new Uptake.Kept { Code = Confirmed() });
    }

    /// <inheritdoc/>
    public async ValueTask<int> NotGrantedAsync(RunEnd end)
    {
        await using var store = await Stores
            .OpenAsync(Surroundings, asked.Plan.Site, new BootClock(Surroundings.Clock))
            .ConfigureAwait(false);
        var facts = await new RunJudge(asked.Plan, 0).OfAsync(end, store).ConfigureAwait(false);
        Surroundings.Out.Write($"Session not registered: {Plain.Text(asked.Session.Key)}\n");
        Surroundings.Say(facts.Sentence);
        return end is RunEnd.Interrupted ? facts.Code : (int)ExitCode.Findings;
    }

    /// <inheritdoc/>
    public async ValueTask<int> FailedAsync(KeeperNews.Failed failed)
    {
        var (then, unprotected) = await new Onlooker(call, asked.Plan).AfterAsync(failed).ConfigureAwait(false);
        if (then is Onlooking.Proceeds)
        {
            new RunReport(call, asked.Plan).Unprotected(unprotected);
            return Confirmed();
        }
        foreach (var line in failed.Message.Split('\n'))
            Surroundings.Say(line);
        return failed.Code;
    }

    /// <inheritdoc/>
    public int Left(PosixSignal signal)
    {
        Surroundings.Say($"{signal} came; the keeper no longer asks");
        return 128 + Signals.NumberOf(signal);
    }
}
