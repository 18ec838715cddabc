using System.Globalization;
using System.Runtime.InteropServices;
using Baton.Cli.Commands;
using Baton.Cli.Options;
using Baton.Runtime.Asking;
using Baton.Runtime.Keeping;
using Baton.Runtime.Kernel;
using Baton.Runtime.Runs;

namespace Baton.Cli.Output;

/// <summary>Tells what came of asking for a run that is split over steps: to people, to programs and to the steps to come.</summary>
internal sealed class AcquireReport(Invocation call, Plan plan) : IHandoverReport
{
    private readonly RunReport _end = new(call, plan);

    /// <summary>Where it tells.</summary>
    public Surroundings Surroundings => call.Surroundings;

    /// <inheritdoc/>
    public ValueTask<Uptake> GrantedAsync(KeeperNews.Granted granted) =>
        new(new Uptake.Kept { Code = Granted(granted) });

    private int Granted(KeeperNews.Granted granted)
    {
        var run = granted.Run;
        var token = run.Token.ToString(CultureInfo.InvariantCulture);
        (string Name, string Value)[] values =
        [
            ("granted", "true"),
            ("decision", "granted"),
            ("run-id", run.Id.Value),
            ("token", token),
            ("scope", plan.Site.Scope),
            ("conclusion", ""),
            ("reason", "everything that it asked for is held"),
            ("fences", granted.Fences),
        ];
        var outputs = _end.Outputs();
        foreach (var (name, value) in values)
            outputs.Set(name, value);
        LaterSteps.Tell(call, plan.Site, (run.Id.Value, token, granted.Fences));
        if (call.Has(CommonOptions.Json))
            Surroundings.Out.Write(
                JsonText.Line(json =>
                {
                    json.PutOutputs(values);
                    json.WriteNumber("exit_code", (int)ExitCode.Success);
                })
            );
        else
            Surroundings.Out.WriteLine($"granted: run {run.Id}, token {token}");
        return (int)ExitCode.Success;
    }

    /// <summary>Tells that the run is only observed: the steps go on whatever enforcing would have done; gives the exit code.</summary>
    public int Observed(RunEnd.Observed end)
    {
        var facts = RunJudge.OfObserved(end);
        (string Name, string Value)[] values =
        [
            ("granted", "true"),
            .. facts.Values(plan.Site.Scope).Where(value => value.Name is not ("conclusion" or "waited-seconds")),
        ];
        var outputs = _end.Outputs();
        foreach (var (name, value) in values)
            outputs.Set(name, value);
        LaterSteps.Tell(call, plan.Site, (end.Run.Value, "0", ""));
        if (facts.Sentence.Length > 0)
            Surroundings.Say(facts.Sentence);
        Surroundings.Out.Write(
            call.Has(CommonOptions.Json)
                ? JsonText.Line(json =>
                {
                    json.PutOutputs(values);
                    json.WriteNumber("exit_code", (int)ExitCode.Success);
                })
                : $"granted: run {end.Run}, token 0, only observed\n"
        );
        return (int)ExitCode.Success;
    }

    /// <summary>Tells that the run was not granted; gives the exit code.</summary>
    public async ValueTask<int> NotGrantedAsync(RunEnd end)
    {
        _end.Outputs().Set("granted", "false");
        await using var store = await Stores
            .OpenAsync(Surroundings, plan.Site, new BootClock(Surroundings.Clock))
            .ConfigureAwait(false);
        return await _end.TellAsync(end, store).ConfigureAwait(false);
    }

    /// <summary>Tells that the keeper has failed; gives the exit code.</summary>
    public async ValueTask<int> FailedAsync(KeeperNews.Failed failed)
    {
        var onlooker = new Onlooker(call, plan);
        var (then, unprotected) = await onlooker.AfterAsync(failed).ConfigureAwait(false);
        if (then is Onlooking.Skips skips)
        {
            Surroundings.Say($"not granted, skipped: {skips.Why}");
            _end.Outputs().Set("granted", "false");
            return onlooker.Skipped;
        }
        if (then is Onlooking.Proceeds)
        {
            _end.Unprotected(unprotected);
            _end.Outputs().Set("granted", "true");
            return (int)ExitCode.Success;
        }
        foreach (var line in failed.Message.Split('\n'))
            Surroundings.Say(line);
        return failed.Code;
    }

    /// <summary>Tells that it was left before there was an answer; gives the exit code.</summary>
    public int Left(PosixSignal signal)
    {
        Surroundings.Say($"{signal} came; the keeper no longer asks");
        return 128 + Signals.NumberOf(signal);
    }
}
