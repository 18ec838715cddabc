using Baton.Workflows.Events.Filters;
using Baton.Workflows.Events.Schedules;
using Baton.Workflows.Findings;
using Baton.Workflows.Syntax;
using Baton.Workflows.Syntax.Triggers;
using Baton.Workflows.Yaml;

namespace Baton.Workflows.Events;

/// <summary>What is wrong with the patterns and the times in the triggers of a workflow, with each place.</summary>
public static class TriggerFindings
{
    private static readonly TimeSpan LeastGap = TimeSpan.FromMinutes(5);

    /// <summary>The findings, in the order of the file.</summary>
    public static IReadOnlyList<Finding> Of(Workflow workflow, YamlDocument document)
    {
        ArgumentNullException.ThrowIfNull(workflow);
        ArgumentNullException.ThrowIfNull(document);
        return [.. Each(workflow, document).OrderBy(finding => finding.Line).ThenBy(finding => finding.Column)];
    }

    /// <summary>One after the other, so that whoever has enough can stop.</summary>
    internal static IEnumerable<Finding> Each(Workflow workflow, YamlDocument document) =>
        workflow
            .Triggers.SelectMany(trigger =>
                trigger switch
                {
                    Trigger.Event one => Event(one),
                    Trigger.Schedule schedule => Schedule(schedule),
                    _ => [],
                }
            )
            .Select(mistake => mistake.Finding(workflow.File, document));

    private static IEnumerable<Mistake> Event(Trigger.Event trigger)
    {
        var known = KnownEvent.Find(trigger.Name.Text)?.Filters ?? [];
        foreach (var filter in trigger.Filters.Where(filter => known.Contains(filter.Name.Text)))
        {
            if (trigger.Filter(filter.Name.Text + "-ignore") is not null)
                yield return new(
                    filter.Name,
                    0,
                    $"{filter.Name.Text} and {filter.Name.Text}-ignore can't stand together",
                    $"take {filter.Name.Text} alone, with '!' before what is to be left out"
                );
            foreach (var mistake in Patterns(filter).Concat(Undefined(filter)))
                yield return mistake;
        }
    }

    private static IEnumerable<Mistake> Patterns(EventFilter filter)
    {
        var name = filter.Name.Text;
        foreach (var pattern in filter.Patterns)
        {
            foreach (var problem in Glob.Read(pattern.AsText(), NameFilter.Subject(name)).Problems)
                yield return new(pattern, problem.Column, problem.Message, problem.Hint)
                {
                    Severity = problem.Weight == GlobWeight.Refused ? Severity.Error : Severity.Warning,
                };
        }

        if (!name.EndsWith("-ignore", StringComparison.Ordinal) && filter.Patterns.All(IsNegative))
            yield return new(
                filter.Name,
                0,
                $"{name} only leaves out, so nothing gets through",
                $"write what to take before it, or use {name}-ignore without '!'"
            )
            {
                Severity = Severity.Warning,
            };
    }

    private static IEnumerable<Mistake> Undefined(EventFilter filter) =>
        filter.Name.Text.EndsWith("-ignore", StringComparison.Ordinal)
            ? filter
                .Patterns.Where(IsNegative)
                .Select(pattern => new Mistake(
                    pattern,
                    1,
                    $"GitHub doesn't say what '!' means in {filter.Name.Text}",
                    $"use {filter.Name.Text[..^"-ignore".Length]} with '!' before what is to be left out"
                )
                {
                    Severity = Severity.Warning,
                })
            : [];

    private static bool IsNegative(YamlScalar pattern) => pattern.AsText().StartsWith('!');

    private static IEnumerable<Mistake> Schedule(Trigger.Schedule schedule)
    {
        var earlier = new Dictionary<(CronTimes Times, string? Zone), YamlScalar>();
        foreach (var time in schedule.Times)
        {
            if (time.Cron is not { } cron)
                continue;
            if (CronTimes.Read(cron.AsText()) is not CronReading.Read { Times: var times })
            {
                var problem = ((CronReading.Refused)CronTimes.Read(cron.AsText())).Problem;
                yield return new(cron, problem.Column, problem.Message, problem.Hint);
                continue;
            }

            var zone = time.TimeZone?.AsText();
            foreach (var mistake in Times(cron, times))
                yield return mistake;
            if (!earlier.TryAdd((times, zone), cron) && earlier[(times, zone)] is var twin)
                yield return new(
                    cron,
                    0,
                    $"{OneLine.Quoted(cron.AsText())} comes at the same times as {OneLine.Quoted(twin.AsText())}",
                    "take one of them away"
                )
                {
                    Severity = Severity.Warning,
                };
        }
    }

    private static IEnumerable<Mistake> Times(YamlScalar cron, CronTimes times)
    {
        if (times.ShortestGap() is { } gap && gap < LeastGap)
            yield return new(
                cron,
                0,
                $"{OneLine.Quoted(cron.AsText())} comes more often than every five minutes, and GitHub starts it no oftener",
                "write '*/5' for the minutes"
            )
            {
                Severity = Severity.Warning,
            };
        if (!times.Comes)
            yield return new(
                cron,
                0,
                $"{OneLine.Quoted(cron.AsText())} never comes",
                "no such day is in any of its months"
            )
            {
                Severity = Severity.Warning,
            };
    }

    private sealed record Mistake(YamlScalar Scalar, int Column, string Message, string? Hint)
    {
        public Severity Severity { get; init; } = Severity.Error;

        public Finding Finding(string file, YamlDocument document)
        {
            var before = Scalar.AsText().EnumerateRunes().Take(Column - 1).Sum(rune => rune.Utf16SequenceLength);
            var (line, column) =
                Column > 0 ? YamlPlaces.Of(document.Text, Scalar, before) : (Scalar.Line, Scalar.Column);
            return new Finding(file, line, column, Message, Hint)
            {
                Length = Column > 0 ? 1 : Math.Max(0, Scalar.Span.Length),
                Severity = Severity,
            };
        }
    }
}
