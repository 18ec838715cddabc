using System.Diagnostics;
using System.Globalization;
using Baton.Engine.Records;
using Baton.Engine.Runs;
using Baton.Runtime.Asking;
using Baton.Runtime.Ci;
using Baton.Runtime.Kernel;
using Baton.Runtime.Observing;
using Baton.Runtime.Runs;
using Baton.Runtime.Stores;
using Baton.Runtime.Stores.Stored.V1;
using Baton.Runtime.Wording;

namespace Baton.Cli.Output;

/// <summary>From a run's end to what there is to tell of it: exit code, sentence, the run that won.</summary>
/// <param name="plan">What was asked.</param>
/// <param name="skipped">The exit code of a run that was not needed.</param>
internal sealed class RunJudge(Plan plan, int skipped)
{
    /// <summary>Judges an end.</summary>
    public async ValueTask<RunFacts> OfAsync(RunEnd end, ITendedScope store)
    {
        var (facts, sentence) = Judge(end);
        var other = facts.Run?.Reason?.Other is { } id
            ? await store.ReadAsync((view, _) => view.Run(id), CancellationToken.None).ConfigureAwait(false)
            : null;
        var why = Why(facts.Run, other);
        return facts with
        {
            Other = other,
            Why = why,
            Sentence = facts.Observed is null ? sentence(why) : facts.Sentence,
            Head =
                plan.Site.Ci.Service == CiService.None
                    ? null
                    : await store.HeadAsync(CancellationToken.None).ConfigureAwait(false),
        };
    }

    private (RunFacts Facts, Func<string, string> Sentence) Judge(RunEnd end) =>
        end switch
        {
            RunEnd.Finished { Unprotected: { } why } done => (
                new(done.Run, done.ExitCode),
                _ => $"warning: the run was not protected to its end: {why}"
            ),
            RunEnd.Finished done => (new(done.Run, done.ExitCode), _ => ""),
            RunEnd.NotStarted over => (
                new(over.Run, CodeOf(over.Run)),
                why => $"not started, {Words.Conclusions[over.Run.Conclusion!.Value]}: {why}"
            ),
            RunEnd.Interrupted stopped => (
                new(stopped.Run, 128 + Signals.NumberOf(stopped.Signal)),
                _ => $"{stopped.Signal} came while it waited; it no longer asks"
            ),
            RunEnd.Unstartable bad => (new(bad.Run, bad.ExitCode), _ => bad.Message),
            RunEnd.NotFenced unfenced => (
                new(unfenced.Run, (int)ExitCodes.Of(unfenced.Failure).Code),
                _ => ExitCodes.Of(unfenced.Failure).Lines[0]
            ),
            RunEnd.Stopped stopped => (
                new(stopped.Run, ExitCodes.For(stopped.Run.Conclusion ?? Conclusion.Cancelled)),
                why => $"the command was stopped: {why}"
            ),
            RunEnd.LeaseLost lost => (
                new(lost.Run, (int)ExitCode.Lost),
                _ => $"the lease of run {lost.Run.Id} was lost, {lost.Why}; the command was ended"
            ),
            RunEnd.NotRecorded unknown => (
                new(unknown.Run, unknown.ExitCode != 0 ? unknown.ExitCode : (int)ExitCode.StoreUnavailable),
                _ =>
                    $"the command ended with {unknown.ExitCode.ToString(CultureInfo.InvariantCulture)}, but the store did not hear of it and will call the run lost: {unknown.Why}"
            ),
            RunEnd.Observed observed => (OfObserved(observed), _ => ""),
            _ => throw new UnreachableException(end.GetType().Name),
        };

    /// <summary>Of a run that was only observed: its exit code is its command's, whatever enforcing would have done.</summary>
    public static RunFacts OfObserved(RunEnd.Observed end)
    {
        var enforced = $"mode: observe: enforce {EnforcedWords.Of(end.Enforced)}";
        return new(null, end.ExitCode)
        {
            Observed = end,
            Sentence =
                end.Trouble is { } trouble ? $"{trouble}; {enforced}"
                : end.Enforced is Enforced.AtOnce ? ""
                : enforced,
        };
    }

    /// <summary>A run that was not needed, or gave way before it started, is no failure; one that waited for an owner ends as that did.</summary>
    private int CodeOf(Run run)
    {
        if (
            run is
            {
                Conclusion: Conclusion.Duplicate,
                Reason: Reason.DuplicateOf { After: { } after and not Conclusion.Success, Key: var key }
            }
        )
            if (plan.Ask.Needs.Any(need => need.Resource == key && need.WaitsForOwner))
                return ExitCodes.For(after);
        return run.Conclusion == Conclusion.Superseded ? skipped : ExitCodes.For(run.Conclusion!.Value, skipped);
    }

    private static string Why(Run? ended, Run? other)
    {
        if (ended is not { Reason: { } reason } run)
            return "";
        var telling = new Telling(id => other?.Id == id ? RunTitle.Of(other) : null, run.EndedAt ?? run.AskedAt);
        return ReasonWords.Of(reason, telling);
    }
}
