using System.Globalization;
using System.Text;
using System.Text.Json;
using Baton.Cli.Commands;
using Baton.Cli.Options;
using Baton.Runtime.Ci;
using Baton.Runtime.Pushing;
using Baton.Runtime.Pushing.Merging;
using Baton.Workflows.Findings;

namespace Baton.Cli.Output;

/// <summary>Tells what came of a push: a page for people, JSON, step outputs, a summary, the exit code.</summary>
/// <param name="call">The call.</param>
/// <param name="report">What there is to tell.</param>
internal sealed class PushPage(Invocation call, PushReport report)
{
    // Nobody reads more of them.
    private const int MostLines = 50;

    private readonly PushFacts facts = PushFacts.Of(
        report,
        [.. call.Values.All(PushOptions.Allow).OfType<AllowedEnd>()]
    );

    /// <summary>Tells it; gives the exit code.</summary>
    public int Tell(CiService service)
    {
        if (call.Has(CommonOptions.Json))
            call.Surroundings.Out.Write(Json());
        else
            Show();
        if (facts.Code != ExitCode.Success)
            call.Surroundings.Say(facts.Sentence);
        foreach (var warning in report.Warnings)
            call.Surroundings.Say($"warning: {warning}");
        if (service != CiService.None && !report.IsRehearsal)
            TryTellService(service);
        return (int)facts.Code;
    }

    private void Show()
    {
        if (
            facts.Code != ExitCode.Success
            && report.End is not (PushEnd.Pushed or PushEnd.Conflicted or PushEnd.NoChange)
        )
            return;
        var page = new Page(call.Surroundings);
        if (facts.Code == ExitCode.Success)
            page.Head(facts.Sentence);
        foreach (var line in Lines().Take(MostLines))
            page.Line(line, 2);
        page.Show();
    }

    private IEnumerable<string> Lines()
    {
        if (report.IsRehearsal)
            foreach (var change in report.Changes)
                yield return $"{Deed(change)} {Shown(change.Path)}";
        foreach (var result in Results())
            yield return $"{Shown(result.Path)}: {result.How}{Dropped(result)}";
        foreach (var conflict in report.End is PushEnd.Conflicted conflicted ? conflicted.Conflicts : [])
        {
            yield return $"{Shown(conflict.Path)}: {conflict.Conflict.Why}";
            yield return $"  before {Version(conflict.Contest.Before)}, here {Version(conflict.Contest.Mine)}, on the branch {Version(conflict.Contest.Remote)}";
            yield return $"  {conflict.Conflict.Hint}";
        }

        if (report.Backup is { } backup)
            yield return $"{backup} is where the branch was";
        foreach (var path in report.Submodules)
            yield return $"the submodule {Shown(path)} is left as it is";
        if (report.End is PushEnd.Pushed { Following: { Followed: false, Why: var why } })
            yield return $"this clone stays where it was: {OneLine.Of(why, 400)}";
    }

    private IReadOnlyList<PathResult> Results() =>
        report.End switch
        {
            PushEnd.Pushed pushed => pushed.Results,
            PushEnd.NoChange gone => gone.Results,
            _ => [],
        };

    private string Json() =>
        JsonText.Line(writer =>
        {
            writer.WriteString("verb", "push");
            writer.WriteBoolean("dry_run", report.IsRehearsal);
            writer.WriteString("outcome", facts.Word);
            writer.WriteString("sentence", facts.Sentence);
            writer.WriteNumber("exit_code", (int)facts.Code);
            writer.WriteString("branch", report.Branch);
            writer.WriteString("remote", report.Remote);
            writer.Put("commit", facts.Commit);
            writer.Put("how", facts.How);
            writer.WriteNumber("attempts", report.Attempts);
            writer.Put("took_seconds", report.Took);
            writer.Put("paused_seconds", report.Paused);
            writer.Array("changes", report.Changes, (fields, change) => WritePath(fields, change.Path, Deed(change)));
            writer.Array("resolved", Results(), WriteResult);
            writer.Array("conflicts", report.End is PushEnd.Conflicted end ? end.Conflicts : [], WriteConflict);
            writer.Array("submodules", report.Submodules, (fields, path) => WritePath(fields, path, "left"));
            writer.Put("backup", report.Backup);
            writer.WriteStartArray("warnings");
            foreach (var warning in report.Warnings)
                writer.WriteStringValue(warning);
            writer.WriteEndArray();
            var following = (report.End as PushEnd.Pushed)?.Following;
            writer.WriteBoolean("followed", following?.Followed == true);
            writer.Put("not_followed_why", following is { Followed: false } ? following.Why : null);
        });

    private static void WritePath(Utf8JsonWriter fields, TreePath path, string what)
    {
        fields.WriteString("path", path.Text);
        fields.WriteString("what", what);
    }

    private static void WriteResult(Utf8JsonWriter fields, PathResult result)
    {
        fields.WriteString("path", result.Path.Text);
        fields.WriteString("how", result.How);
        fields.WriteBoolean("dropped", result.IsPartial);
        fields.WriteStartArray("dropped_keys");
        foreach (var key in result.Dropped.Where(key => key.Length > 0))
            fields.WriteStringValue(key);
        fields.WriteEndArray();
    }

    private static void WriteConflict(Utf8JsonWriter fields, PathConflict conflict)
    {
        fields.WriteString("path", conflict.Path.Text);
        fields.WriteString("why", conflict.Conflict.Why);
        fields.WriteString("hint", conflict.Conflict.Hint);
        fields.Put("before", conflict.Contest.Before?.Object);
        fields.Put("mine", conflict.Contest.Mine?.Object);
        fields.Put("remote", conflict.Contest.Remote?.Object);
    }

    // What the push came to is known by now; a file of the service that can't be written doesn't change it.
    private void TryTellService(CiService service)
    {
        try
        {
            TellService(service);
        }
        catch (CiOutputException failure)
        {
            call.Surroundings.Say($"warning: later steps will not hear of this push: {failure.Message}");
        }
    }

    private void TellService(CiService service)
    {
        var surroundings = call.Surroundings;
        var outputs = CiOutputs.For(
            service,
            surroundings.Variable,
            surroundings.Error,
            () => Requesting.FreshId(surroundings)
        );
        outputs.Set("outcome", facts.Word);
        outputs.Set("commit", facts.Commit ?? "");
        outputs.Set("how", facts.How ?? "");
        outputs.Set("branch", report.Branch);
        outputs.Set("attempts", report.Attempts.ToString(CultureInfo.InvariantCulture));
        var summary = new StringBuilder($"**Baton**: {Markdown.Text(facts.Sentence, 1000)}\n\n");
        foreach (var line in Lines().Take(MostLines))
            summary.Append("- ").Append(Markdown.Text(line, 600)).Append('\n');
        outputs.Summarize(summary.ToString());
        if (facts.Code != ExitCode.Success)
            outputs.Annotate(new Annotation(AnnotationLevel.Error, facts.Sentence));
    }

    private static string Deed(TreeChange change) =>
        change switch
        {
            { Before: null } => "added",
            { After: null } => "deleted",
            _ => "changed",
        };

    private static string Dropped(PathResult result) =>
        result.Dropped switch
        {
            [] => "",
            [""] => ", this run's change was dropped",
            var keys => $", this run's change of {string.Join(", ", keys.Select(key => OneLine.Of(key)))} was dropped",
        };

    private static string Version(TreeEntry? entry) =>
        entry is null ? "nothing" : $"{entry.Kind} {entry.Object[..Math.Min(12, entry.Object.Length)]}";

    private static string Shown(TreePath path) => OneLine.Of(path.Text, 300);
}
