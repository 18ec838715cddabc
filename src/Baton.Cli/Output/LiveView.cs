using Baton.Engine.Resources;
using Baton.Runtime.Wording;
using static System.Globalization.CultureInfo;

namespace Baton.Cli.Output;

/// <summary>
/// One screen of a scope: its groups, below each who holds it and who waits for it in the order of the line, why, for how
/// long, and who was passed. Where not everything has room, each group keeps its holders, the front of its line and those who
/// were passed, and says how many are left out.
/// </summary>
public static class LiveView
{
    // A head, one run, one remark and a gap: a group with less room says nothing.
    private const int LeastSection = 4;

    /// <summary>The lines of the screen: one fewer than the terminal has, since the cursor stands below them.</summary>
    public static IReadOnlyList<LiveLine> Of(StatusReport report, TerminalSize size)
    {
        var row = new LiveRow(report, size.Columns);
        var sections = Sections(report);
        var room = Math.Max(LeastSection, size.Rows - 3);
        var shown = sections.Take(Math.Max(1, room / LeastSection)).ToList();
        var left = sections.Count - shown.Count;
        var shares = Shares(room - (left > 0 ? 1 : 0), [.. shown.Select(section => section.Runs.Count + 2)]);
        List<LiveLine> lines = [Title(report, size.Columns)];
        foreach (var (section, share) in shown.Zip(shares))
        {
            lines.Add(LiveLine.Gap);
            lines.Add(new(section.Kind, LiveRow.Fit(section.Head, size.Columns)));
            lines.AddRange(Rows(section, share - 2, row));
        }
        if (left > 0)
            lines.Add(
                new(LiveLineKind.Aside, string.Create(InvariantCulture, $"and {left} more: baton status shows all"))
            );
        return lines;
    }

    private static LiveLine Title(StatusReport report, int columns)
    {
        var passed = report.Runs.Count(run => run.PassedBy > 0);
        var starving = passed == 0 ? "" : string.Create(InvariantCulture, $", {passed} passed by others");
        return new(LiveLineKind.Head, LiveRow.Fit($"{report.Scope}: {StatusPage.Totals(report)}{starving}", columns));
    }

    private static List<Section> Sections(StatusReport report)
    {
        var sections = new List<Section>();
        foreach (var group in report.Resources.Where(one => one.Name.Kind == ResourceKind.Group))
        {
            var head = $"{Plain.Text(group.Name.Name)}: {StatusPage.Standing(report, group)}";
            var runs = report.Runs.Where(told => told.Run.Ask.Needs.Any(need => need.Resource == group.Name));
            sections.Add(new(group.Paused ? LiveLineKind.PausedHead : LiveLineKind.Head, head, InOrder(runs)));
        }
        var others = report.Runs.Where(told =>
            told.Run.Ask.Needs.All(need => need.Resource.Kind != ResourceKind.Group)
        );
        if (InOrder(others) is { Count: > 0 } without)
            sections.Add(new(LiveLineKind.Head, "without a group", without));
        return sections;
    }

    private static List<StatusRun> InOrder(IEnumerable<StatusRun> runs) =>
        [.. runs.OrderBy(told => told.Run.IsActive ? 0 : 1).ThenBy(told => told.Run.Place)];

    // Everybody gets what he wants, or else the same as the others that don't.
    private static List<int> Shares(int room, IReadOnlyList<int> wants)
    {
        var shares = new int[wants.Count];
        var (left, open) = (room, wants.Count);
        foreach (var index in Enumerable.Range(0, wants.Count).OrderBy(index => wants[index]))
        {
            shares[index] = Math.Min(wants[index], left / open);
            left -= shares[index];
            open--;
        }
        return [.. shares];
    }

    private static IEnumerable<LiveLine> Rows(Section section, int room, LiveRow row)
    {
        if (section.Runs.Count <= room)
            return section.Runs.Select(row.Of);
        var kept = section
            .Runs.Select((told, index) => (told, index))
            .OrderBy(one => Weight(one.told))
            .ThenByDescending(one => one.told.PassedBy)
            .ThenBy(one => one.index)
            .Take(Math.Max(0, room - 1))
            .OrderBy(one => one.index)
            .Select(one => one.told)
            .ToList();
        var left = section.Runs.Except(kept).ToList();
        var running = left.Count(told => told.Run.IsActive);
        return kept.Select(row.Of).Append(new(LiveLineKind.Aside, LeftOut(running, left.Count - running)));
    }

    private static int Weight(StatusRun told) =>
        told.Run.IsActive ? 0
        : told.Place == 1 ? 1
        : told.PassedBy > 0 ? 2
        : 3;

    private static string LeftOut(int running, int waiting) =>
        running == 0
            ? string.Create(InvariantCulture, $"    and {waiting} more waiting")
            : string.Create(InvariantCulture, $"    and {running} more running, {waiting} waiting");

    private sealed record Section(LiveLineKind Kind, string Head, IReadOnlyList<StatusRun> Runs);
}
