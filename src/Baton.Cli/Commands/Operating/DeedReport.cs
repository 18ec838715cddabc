using Baton.Cli.Options;
using Baton.Cli.Output;
using Baton.Engine;
using Baton.Engine.Records;
using Baton.Engine.Resources;
using Baton.Engine.Runs;
using Baton.Runtime.Stores.Stored.V1;
using Baton.Runtime.Wording;

namespace Baton.Cli.Commands.Operating;

/// <summary>Tells what came of an operator's command.</summary>
/// <param name="call">The call.</param>
/// <param name="verb">Its verb, for programs.</param>
internal sealed class DeedReport(OperatorCall call, string verb)
{
    /// <summary>Tells it; gives the exit code.</summary>
    /// <param name="deed">What came of it.</param>
    /// <param name="sentence">It in one sentence, without a full stop, where it was not refused.</param>
    /// <param name="resource">The resource that it is about, if it is about one.</param>
    public int Tell(Deed deed, string sentence, ResourceName? resource = null)
    {
        if (deed.Decision is Decision.Refused { Refusal: var refusal })
            throw new FailureException(
                new Failure(
                    refusal is Refusal.UnknownRun or Refusal.UnknownResource ? ExitCode.NotFound : ExitCode.Refused,
                    RefusalWords.Of(refusal, Telling.Bare(deed.Now))
                )
            );
        if (call.Call.Has(CommonOptions.Json))
            call.Call.Surroundings.Out.Write(Json(deed, sentence, resource));
        else
            Show(deed, sentence);
        return (int)ExitCode.Success;
    }

    private bool IsDry => call.Call.Has(CommonOptions.DryRun);

    private void Show(Deed deed, string sentence)
    {
        var page = new Page(call.Call.Surroundings);
        page.Line(IsDry ? $"dry run, nothing is done: {sentence}" : sentence);
        foreach (var (run, _) in deed.Moved.Where(moved => moved.Run.Id != deed.Decision.About?.Id))
            page.Line($"run {run.Id} {Standing(run)}", 2);
        page.Show();
    }

    private string Json(Deed deed, string sentence, ResourceName? resource) =>
        JsonText.Line(writer =>
        {
            var run = deed.Decision.About;
            writer.WriteString("scope", call.Site.Scope);
            writer.WriteString("verb", verb);
            writer.WriteBoolean("dry_run", IsDry);
            writer.WriteBoolean("changed", deed.Changes.Count > 0);
            writer.WriteString("by", call.By);
            writer.WriteString("why", call.Why);
            writer.Put("run", run?.Id.Value);
            writer.Put("state", run is null ? null : Words.States[run.State]);
            writer.Put("resource_kind", resource is { } kind ? Words.Kinds[kind.Kind] : null);
            writer.Put("resource", resource?.Name);
            writer.WriteString("sentence", sentence);
            writer.Array(
                "moved",
                deed.Moved,
                (fields, moved) =>
                {
                    fields.WriteString("run", moved.Run.Id.Value);
                    fields.WriteString("before", Words.States[moved.Before]);
                    fields.WriteString("state", Words.States[moved.Run.State]);
                    fields.Put("conclusion", moved.Run.Conclusion is { } end ? Words.Conclusions[end] : null);
                }
            );
        });

    /// <summary>How a run stands now, as the end of a sentence that begins with it.</summary>
    public static string Standing(Run run) =>
        run switch
        {
            { State: RunState.Ended, Conclusion: { } end } => ConclusionWords.Of(end),
            { State: RunState.Stopping } => "was told to stop",
            { State: RunState.Running } => "was granted",
            _ => "waits",
        };
}
