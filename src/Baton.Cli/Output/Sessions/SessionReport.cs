using System.Globalization;
using System.Runtime.InteropServices;
using Baton.Cli.Commands;
using Baton.Cli.Options;
using Baton.Runtime.Asking;
using Baton.Runtime.Ci;
using Baton.Runtime.Keeping;
using Baton.Runtime.Kernel;
using Baton.Runtime.Runs;
using Baton.Runtime.Sessions;

namespace Baton.Cli.Output.Sessions;

/// <summary>Tells what became of a session's check, in the lines and outputs that its callers read.</summary>
internal sealed class SessionReport(Invocation call, Session session) : IHandoverReport
{
    /// <summary>What was asked; none where no request could be made.</summary>
    public Plan? Plan { get; init; }

    /// <inheritdoc/>
    public Surroundings Surroundings => call.Surroundings;

    /// <summary>Tells that it may begin; gives the exit code.</summary>
    public int Allowed(string why) => Tell(why, isPrevented: false);

    /// <inheritdoc/>
    public ValueTask<Uptake> GrantedAsync(KeeperNews.Granted granted) =>
        new(new Uptake.Kept { Code = Granted(granted) });

    /// <summary>Tells that it may begin, and whose claim it is; gives the exit code.</summary>
    public int Granted(KeeperNews.Granted granted)
    {
        var run = granted.Run;
        var token = run.Token.ToString(CultureInfo.InvariantCulture);
        LaterSteps.Tell(call, Plan!.Site, (run.Id.Value, token, granted.Fences));
        if (session.RunId is null)
            Surroundings.Say(
                "no run id was given, so register and cleanup can't know this claim again: give it as the fourth word"
            );
        return Allowed("No conflicts detected");
    }

    /// <summary>Tells that it is only observed; gives the exit code.</summary>
    public int Observed(RunEnd.Observed end)
    {
        LaterSteps.Tell(call, Plan!.Site, (end.Run.Value, "0", ""));
        var facts = RunJudge.OfObserved(end);
        return Allowed(facts.Sentence.Length > 0 ? facts.Sentence : "No conflicts detected");
    }

    /// <inheritdoc/>
    public async ValueTask<int> NotGrantedAsync(RunEnd end)
    {
        var facts = await FactsAsync(end).ConfigureAwait(false);
        if (end is RunEnd.Interrupted)
        {
            Surroundings.Say(facts.Sentence);
            return facts.Code;
        }
        if (Plan!.Site.Ci.Service != CiService.None)
            Requesting
                .Outputs(call, Plan.Site)
                .Annotate(new Annotation(AnnotationLevel.Notice, $"session prevented: {facts.Why}"));
        return Tell(facts.Why, isPrevented: true);
    }

    /// <inheritdoc/>
    public async ValueTask<int> FailedAsync(KeeperNews.Failed failed)
    {
        var (then, unprotected) = await new Onlooker(call, Plan!).AfterAsync(failed).ConfigureAwait(false);
        if (then is Onlooking.Skips skips)
            return Tell(skips.Why, isPrevented: true);
        if (then is Onlooking.Proceeds)
        {
            new RunReport(call, Plan!).Unprotected(unprotected);
            return Allowed($"unprotected: {unprotected}");
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

    private async ValueTask<RunFacts> FactsAsync(RunEnd end)
    {
        await using var store = await Stores
            .OpenAsync(Surroundings, Plan!.Site, new BootClock(Surroundings.Clock))
            .ConfigureAwait(false);
        return await new RunJudge(Plan, 0).OfAsync(end, store).ConfigureAwait(false);
    }

    private int Tell(string why, bool isPrevented)
    {
        (string Name, string Value)[] values =
        [
            ("session_key", session.Key),
            ("skip_execution", isPrevented ? "true" : "false"),
            ("reason", why),
            ("retry_suppression", isPrevented ? "ENFORCED" : "ACTIVE"),
            ("early_gating", isPrevented ? "SUCCESS" : "PROCEEDING"),
        ];
        var ci = CiEnvironment.Read(Surroundings.Variable);
        var outputs = CiOutputs.For(
            ci.Service,
            Surroundings.Variable,
            Surroundings.Error,
            () => Requesting.FreshId(Surroundings)
        );
        foreach (var (name, value) in values)
            outputs.Set(name, value);
        var code = isPrevented && (ci.Service != CiService.GitHub || call.Has(SessionOptions.EndsWithOne)) ? 1 : 0;
        Surroundings.Out.Write(
            call.Has(CommonOptions.Json)
                ? JsonText.Line(json =>
                {
                    json.PutOutputs(values);
                    json.WriteNumber("exit_code", code);
                })
                : string.Concat(values.Select(value => $"{value.Name.ToUpperInvariant()}={Plain(value.Value)}\n"))
        );
        return code;
    }

    // Callers read it line by line.
    private static string Plain(string text) => Runtime.Wording.Plain.Text(text, 1000);
}
