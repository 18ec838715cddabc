using Baton.Cli.Commands;
using Baton.Cli.Options;
using Baton.Runtime.Asking;
using Baton.Runtime.Ci;
using Baton.Runtime.Runs;
using Baton.Runtime.Stores;

namespace Baton.Cli.Output;

/// <summary>Tells how a run ended: one line for people, outputs, summary and annotation for the CI service, the exit code.</summary>
internal sealed class RunReport(Invocation call, Plan plan)
{
    // A reason names two runs with their titles and pages.
    private const int LongestSentence = 1000;

    /// <summary>Says that the command is started without protection.</summary>
    public void Unprotected(string why)
    {
        call.Surroundings.Say($"warning: UNPROTECTED: {why}");
        Outputs().Set("decision", "unprotected");
        Outputs().Summarize($"**Baton: unprotected run.** {Markdown.Text(why, LongestSentence)}\n");
        Outputs().Annotate(new Annotation(AnnotationLevel.Warning, $"this run was not protected: {why}"));
    }

    /// <summary>Judges the end and tells it; gives the exit code.</summary>
    public async ValueTask<int> TellAsync(RunEnd end, ITendedScope store) =>
        Tell(
            await new RunJudge(plan, call.Get(RequestOptions.SkippedExitCode) ?? 0)
                .OfAsync(end, store)
                .ConfigureAwait(false)
        );

    /// <summary>Tells the end, and gives the exit code.</summary>
    public int Tell(RunFacts facts)
    {
        if (facts.Sentence.Length > 0)
            call.Surroundings.Say(facts.Sentence);
        if (plan.Site.Ci.Service != CiService.None)
            TryTellService(facts);
        if (call.Has(CommonOptions.Json))
            call.Surroundings.Out.Write(JsonText.Line(json => facts.Write(json, plan.Site.Scope)));
        return facts.Code;
    }

    // What the run came to is known by now; a file of the service that can't be written doesn't change it.
    private void TryTellService(RunFacts facts)
    {
        try
        {
            TellService(facts);
        }
        catch (CiOutputException failure)
        {
            call.Surroundings.Say($"warning: later steps will not hear of this run: {failure.Message}");
        }
    }

    private void TellService(RunFacts facts)
    {
        var (outputs, sentence) = (Outputs(), facts.Sentence);
        foreach (var (name, value) in facts.Values(plan.Site.Scope))
            outputs.Set(name, value);
        var text = sentence.Length > 0 ? sentence : $"run {facts.Run?.Id} ended: {facts.Word}";
        outputs.Summarize(
            $"**Baton**: {Markdown.Text(text, LongestSentence)}\n\nScope {Markdown.Text(plan.Site.Scope)}, audit head `{facts.Head}`.\n"
        );
        if (sentence.Length > 0)
            outputs.Annotate(
                new Annotation(facts.Code == 0 ? AnnotationLevel.Notice : AnnotationLevel.Error, sentence)
            );
        foreach (var warning in facts.Warnings)
            outputs.Annotate(new Annotation(AnnotationLevel.Warning, warning));
    }

    /// <summary>Where the CI service is told.</summary>
    public ICiOutput Outputs() => Requesting.Outputs(call, plan.Site);
}
