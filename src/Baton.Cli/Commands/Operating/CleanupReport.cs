using System.Diagnostics;
using System.Text.Json;
using Baton.Cli.Options;
using Baton.Cli.Output;
using Baton.Runtime.Cleaning;
using Baton.Runtime.Stores;
using Baton.Workflows.Findings;
using static System.Globalization.CultureInfo;

namespace Baton.Cli.Commands.Operating;

/// <summary>Tells what was removed, or would be, and what was left alone.</summary>
/// <param name="said">The call.</param>
/// <param name="purges">Whether the scope is purged.</param>
internal sealed class CleanupReport(OperatorCall said, bool purges)
{
    private const int MostAlike = 3;

    /// <summary>Tells it; gives the exit code.</summary>
    /// <param name="cleaned">What the dead had left.</param>
    /// <param name="contents">What the scope had before it was purged; null where it was not.</param>
    public int Tell(Leftovers cleaned, ScopeContents? contents)
    {
        if (said.Call.Has(CommonOptions.Json))
            said.Call.Surroundings.Out.Write(Json(cleaned, contents));
        else
            Show(cleaned, contents);
        return (int)ExitCode.Success;
    }

    private bool IsDry => said.Call.Has(CommonOptions.DryRun);

    private void Show(Leftovers cleaned, ScopeContents? contents)
    {
        var page = new Page(said.Call.Surroundings);
        if (IsDry)
            page.Line("dry run, nothing is done");
        var count = cleaned.Found.Count;
        page.Head(
            string.Create(
                InvariantCulture,
                $"{said.Site.Scope}: {(count == 0 ? "the dead left nothing" : $"{count} {(count == 1 ? "thing" : "things")} of the dead {(IsDry ? "would be removed" : "removed")}")}"
            )
        );
        foreach (var one in cleaned.Found)
            page.Line(OneLine.Of(Sentence(one), 1000), 2);
        foreach (var alike in cleaned.Spared.GroupBy(one => one.Why))
            Show([.. alike], page);
        if (contents is not null)
            Show(contents, page);
        page.Show();
    }

    private static void Show(IReadOnlyList<Spared> alike, Page page)
    {
        foreach (var one in alike.Take(MostAlike))
            page.Line($"left alone: {OneLine.Of(one.Sentence, 1000)}", 2);
        if (alike.Count > MostAlike)
            page.Line(
                string.Create(InvariantCulture, $"left alone, for the same reason: {alike.Count - MostAlike} more"),
                2
            );
    }

    private void Show(ScopeContents contents, Page page)
    {
        if (contents == ScopeContents.Nothing)
        {
            page.Head(
                $"{said.Site.Scope}: the store has nothing of it, so nothing {(IsDry ? "would be" : "is")} purged"
            );
            return;
        }
        page.Head($"{said.Site.Scope} {(IsDry ? "would be purged" : "is purged")}");
        foreach (var (name, number) in Numbers(contents).Where(one => one.Number > 0))
            page.Line(string.Create(InvariantCulture, $"{name.Replace('_', ' ')}: {number}"), 2);
        page.Line(
            string.Create(InvariantCulture, $"kept: the last token, {contents.LastToken}, and one audit entry"),
            2
        );
        if (contents.Lingering > 0)
            page.Line("what a window, rate or lock-delay kept from running again may now run", 2);
    }

    private string Sentence(Leftover one) =>
        one switch
        {
            Leftover.DeadRun => $"{one.Name} {(IsDry ? "would be" : "was")} called lost: its owner is dead",
            Leftover.Processes => $"{one.Name}, which is lost, {(IsDry ? "would be ended" : "are gone")}",
            Leftover.DeadBell => $"bell {one.Name}",
            Leftover.Note => $"note {one.Name}",
            Leftover.Draft => $"draft {one.Name}",
            Leftover.Folder => $"folder {one.Name}",
            _ => throw new UnreachableException($"a leftover that nobody tells: {one}"),
        };

    private string Json(Leftovers cleaned, ScopeContents? contents) =>
        JsonText.Line(writer =>
        {
            writer.WriteString("scope", said.Site.Scope);
            writer.WriteBoolean("dry_run", IsDry);
            writer.WriteBoolean("purge", purges);
            writer.Array("removed", cleaned.Found, Removed);
            writer.Array(
                "left_alone",
                cleaned.Spared,
                (fields, one) =>
                {
                    fields.WriteString("run", one.Run.Value);
                    fields.WriteString("what", one.What);
                    fields.WriteString("why", one.Why);
                }
            );
            if (contents is null)
            {
                writer.WriteNull("purged");
                return;
            }
            writer.WriteStartObject("purged");
            foreach (var (name, number) in Numbers(contents))
                writer.WriteNumber(name, number);
            writer.WriteNumber("last_token", contents.LastToken);
            writer.WriteEndObject();
        });

    private static void Removed(Utf8JsonWriter fields, Leftover one)
    {
        var (kind, path) = one switch
        {
            Leftover.DeadRun => ("run", null),
            Leftover.Processes => ("processes", null),
            Leftover.DeadBell bell => ("bell", bell.Path),
            Leftover.Note note => ("note", note.Path),
            Leftover.Draft draft => ("draft", draft.Path),
            Leftover.Folder folder => ("folder", folder.Path),
            _ => throw new UnreachableException($"a leftover that nobody tells: {one}"),
        };
        fields.WriteString("kind", kind);
        fields.WriteString("run", one.Owner.Value);
        fields.Put("path", path);
    }

    private static IEnumerable<(string Name, long Number)> Numbers(ScopeContents contents) =>
        [
            ("live_runs", contents.LiveRuns),
            ("ended_runs", contents.EndedRuns),
            ("lingering_holds", contents.Lingering),
            ("recorded_settings", contents.Recorded),
            ("paused_resources", contents.Paused),
            ("audit_entries", contents.Entries),
        ];
}
