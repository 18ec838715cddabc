using System.Globalization;
using Baton.Cli.Commands;
using Baton.Cli.Options;
using Baton.Engine.Records;
using Baton.Engine.Runs;
using Baton.Runtime.Asking;
using Baton.Runtime.Ci;
using Baton.Runtime.Kernel;
using Baton.Runtime.Runs;
using Baton.Runtime.Stores.Sqlite;
using Baton.Runtime.Stores.Stored.V1;
using Baton.Runtime.Wording;

namespace Baton.Cli.Output;

/// <summary>Tells how a run ended: one line for people, outputs, summary and annotation for the CI service, the exit code.</summary>
internal sealed class RunReport(Invocation call, Plan plan)
{
    // A reason names two runs with their titles and pages.
    private const int LongestSentence = 1000;

    /// <summary>What was asked.</summary>
    public Plan Plan => plan;

    /// <summary>Says that the command is started without protection.</summary>
    public void Unprotected(string why)
    {
        call.Surroundings.Say($"warning: UNPROTECTED: the store can't be used and on-unavailable says proceed: {why}");
        Outputs().Set("decision", "unprotected");
        Outputs().Summarize($"**Baton: unprotected run.** {Markdown.Text(why, LongestSentence)}\n");
        Outputs().Annotate(new Annotation(AnnotationLevel.Warning, $"this run was not protected: {why}"));
    }

    /// <summary>Tells the end, and gives the exit code.</summary>
    public async ValueTask<int> TellAsync(RunEnd end, SqliteScope store, IReadOnlyList<string> warnings)
    {
        var facts = Judge(end);
        if (facts.Run?.Reason?.Other is { } other)
            facts = facts with
            {
                Other = await store
                    .ReadAsync((view, _) => view.Run(other), CancellationToken.None)
                    .ConfigureAwait(false),
            };
        var sentence = facts.Sentence(SentenceFor(facts));
        if (sentence.Length > 0)
            call.Surroundings.Say(sentence);
        if (plan.Site.Ci.Service != CiService.None)
            await TryTellServiceAsync(facts, sentence, store, warnings).ConfigureAwait(false);
        if (call.Has(CommonOptions.Json))
            await call.Surroundings.Out.WriteAsync(Json(facts, sentence, warnings)).ConfigureAwait(false);
        return facts.Code;
    }

    private RunFacts Judge(RunEnd end) =>
        end switch
        {
            RunEnd.Finished { Unprotected: { } why } done => new(
                done.Run,
                done.ExitCode,
                _ => $"warning: the run was not protected to its end: {why}"
            ),
            RunEnd.Finished done => new(done.Run, done.ExitCode, _ => ""),
            RunEnd.NotStarted over => new(
                over.Run,
                CodeOf(over.Run),
                why => $"not started, {Words.Conclusions[over.Run.Conclusion!.Value]}: {why}"
            ),
            RunEnd.Interrupted stopped => new(
                stopped.Run,
                128 + Signals.NumberOf(stopped.Signal),
                _ => $"{stopped.Signal} came while it waited; it no longer asks"
            ),
            RunEnd.Unstartable bad => new(bad.Run, bad.ExitCode, _ => bad.Message),
            RunEnd.Stopped stopped => new(
                stopped.Run,
                ExitCodes.For(stopped.Run.Conclusion ?? Conclusion.Cancelled),
                why => $"the command was stopped: {why}"
            ),
            RunEnd.LeaseLost lost => new(
                lost.Run,
                (int)ExitCode.Lost,
                _ => $"the lease of run {lost.Run.Id} was lost, {lost.Why}; the command was ended"
            ),
            RunEnd.NotRecorded unknown => new(
                unknown.Run,
                unknown.ExitCode != 0 ? unknown.ExitCode : (int)ExitCode.StoreUnavailable,
                _ =>
                    $"the command ended with {unknown.ExitCode}, but the store did not hear of it and will call the run lost: {unknown.Why}"
            ),
            _ => throw new System.Diagnostics.UnreachableException(end.GetType().Name),
        };

    /// <summary>A run that was not needed, or gave way before it started, is no failure; one that waited for an owner ends as that did.</summary>
    private int CodeOf(Run run)
    {
        var skipped = call.Get(RequestOptions.SkippedExitCode) ?? 0;
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

    private static string SentenceFor(RunFacts facts)
    {
        if (facts.Run is not { Reason: { } reason } run)
            return "";
        var telling = new Telling(
            id => facts.Other?.Id == id ? RunTitle.Of(facts.Other) : null,
            run.EndedAt ?? run.AskedAt
        );
        return ReasonWords.Of(reason, telling);
    }

    // What the run came to is known by now; a file of the service that can't be written doesn't change it.
    private async ValueTask TryTellServiceAsync(
        RunFacts facts,
        string sentence,
        SqliteScope store,
        IReadOnlyList<string> warnings
    )
    {
        try
        {
            await TellServiceAsync(facts, sentence, store, warnings).ConfigureAwait(false);
        }
        catch (CiOutputException failure)
        {
            call.Surroundings.Say($"warning: later steps will not hear of this run: {failure.Message}");
        }
    }

    private async ValueTask TellServiceAsync(
        RunFacts facts,
        string sentence,
        SqliteScope store,
        IReadOnlyList<string> warnings
    )
    {
        var (outputs, head) = (Outputs(), await store.HeadAsync(CancellationToken.None).ConfigureAwait(false));
        foreach (var (name, value) in Values(facts, sentence))
            outputs.Set(name, value);
        var text = sentence.Length > 0 ? sentence : $"run {facts.Run?.Id} ended: {facts.Word}";
        outputs.Summarize(
            $"**Baton**: {Markdown.Text(text, LongestSentence)}\n\nScope {Markdown.Text(plan.Site.Scope)}, audit head `{head}`.\n"
        );
        if (sentence.Length > 0)
            outputs.Annotate(
                new Annotation(facts.Code == 0 ? AnnotationLevel.Notice : AnnotationLevel.Error, sentence)
            );
        foreach (var warning in warnings)
            outputs.Annotate(new Annotation(AnnotationLevel.Warning, warning));
    }

    private IEnumerable<(string Name, string Value)> Values(RunFacts facts, string sentence)
    {
        yield return ("decision", facts.Run?.StartedAt is null ? facts.Word : "granted");
        yield return ("conclusion", facts.Word);
        yield return ("scope", plan.Site.Scope);
        yield return ("run-id", facts.Run?.Id.Value ?? "");
        yield return ("token", (facts.Run?.Token ?? 0).ToString(CultureInfo.InvariantCulture));
        yield return ("reason", sentence);
        yield return ("other-run", facts.Other?.Id.Value ?? "");
        yield return ("other-url", facts.Other?.Ask.Origin.Url ?? "");
        yield return ("waited-seconds", facts.WaitedSeconds.ToString(CultureInfo.InvariantCulture));
    }

    private string Json(RunFacts facts, string sentence, IReadOnlyList<string> warnings) =>
        JsonText.Line(json =>
        {
            json.PutOutputs(Values(facts, sentence));
            json.WriteNumber("exit_code", facts.Code);
            json.WriteStartArray("warnings");
            foreach (var warning in warnings)
                json.WriteStringValue(warning);
            json.WriteEndArray();
        });

    /// <summary>Where the CI service is told.</summary>
    public ICiOutput Outputs() =>
        CiOutputs.For(
            plan.Site.Ci.Service,
            call.Surroundings.Variable,
            call.Surroundings.Error,
            () => Requesting.FreshId(call.Surroundings)
        );
}

/// <summary>What there is to tell of an end.</summary>
/// <param name="Run">The run as it ended; null if it never was.</param>
/// <param name="Code">The exit code.</param>
/// <param name="Sentence">Makes the line for people of the reason's sentence; empty for none.</param>
internal sealed record RunFacts(Run? Run, int Code, Func<string, string> Sentence)
{
    /// <summary>The run that the reason names.</summary>
    public Run? Other { get; init; }

    /// <summary>The conclusion as a word.</summary>
    public string Word => Run?.Conclusion is { } conclusion ? Words.Conclusions[conclusion] : "unknown";

    /// <summary>From the asking to the start, or to the end of a run that did not start.</summary>
    public long WaitedSeconds =>
        Run is { } run && (run.StartedAt ?? run.EndedAt) is { } until ? (long)(until - run.AskedAt).TotalSeconds : 0;
}
