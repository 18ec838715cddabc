using Baton.Engine;
using Baton.Engine.Records;
using Baton.Engine.Runs;
using Baton.Engine.Views;
using Record = Baton.Engine.Records.Record;

namespace Baton.Tests.Engine.Scenarios;

/// <summary>
/// Tells an outcome: a line for each record, then the answer where the records don't say it (after <c>=</c>), then the
/// warnings (after <c>!</c>).
/// </summary>
internal static class Trace
{
    public static List<string> Of(Outcome outcome, Instant now)
    {
        var lines = outcome.Records.Select(record => $"{Spans.Show(record.At)} {Line(record)}").ToList();
        var answer = outcome.Decisions[0];
        if (Line(answer, outcome) is { } line)
            lines.Add($"{Spans.Show(now)} = {line}");
        lines.AddRange(answer.Warnings.Select(warning => $"{Spans.Show(now)} ! {Line(warning)}"));
        if (lines.Count == 0)
            lines.Add($"{Spans.Show(now)}");
        return lines;
    }

    /// <summary>How a scope stands: who lives, then what is held.</summary>
    public static IEnumerable<string> Of(MemoryScope scope, Instant now)
    {
        foreach (var run in scope.Runs.Where(run => run.IsLive).OrderBy(run => run.Place.Arrival))
            yield return $"{Spans.Show(now)} : {run.Id} {Lower(run.State)}, priority {run.Priority}, {Lease(run)}{StandsFor(run)}";
        foreach (var resource in scope.Resources.OrderBy(resource => resource.Name))
            yield return $"{Spans.Show(now)} : {Lower(resource.Name.Kind)} {resource.Name} {resource.Held} of {resource.Settings.Capacity} held, {resource.Pending} pending"
                + string.Concat(scope.Holds(resource.Name).Select(Line));
        if (!scope.Resources.Any())
            yield return $"{Spans.Show(now)} : nothing is held";
    }

    private static string Line(Baton.Engine.Holds.Hold hold) =>
        $"; {hold.Units} by {hold.Run}" + (hold.Until is { } until ? $" until {Spans.Show(until)}" : "");

    private static string Line(Record record)
    {
        var what = record.Kind switch
        {
            RecordKind.Granted => $"granted, token {record.Token}",
            RecordKind.TokenRaised => $"has token {record.Token}",
            RecordKind.Ended => $"ended, {Name(record.Conclusion)}",
            RecordKind.Concluding => $"concluding, {Name(record.Conclusion)}",
            _ => Lower(record.Kind),
        };
        var why = record.Reason is null or Reason.Free or Reason.WorkOver ? "" : ": " + Reasons.Show(record.Reason);
        return $"{record.Run?.ToString() ?? record.Resource?.ToString() ?? "scope"} {what}{why}";
    }

    private static string? Line(Decision answer, Outcome outcome) =>
        answer switch
        {
            Decision.Refused refused => "refused: " + Reasons.Show(refused.Refusal),
            { About: { } run } when !IsTold(run, outcome) => $"{run.Id} {Lower(run.State)}{How(run)}",
            _ => null,
        };

    private static bool IsTold(Run run, Outcome outcome) =>
        outcome.Records.LastOrDefault(record => record.Run == run.Id)?.Kind switch
        {
            RecordKind.Granted or RecordKind.TokenRaised => run.State == RunState.Running && run.StandsFor.Count == 0,
            RecordKind.Waiting or RecordKind.Requeued => run.State == RunState.Waiting,
            RecordKind.Stopping or RecordKind.Concluding => run.State == RunState.Stopping,
            RecordKind.Ended => run.State == RunState.Ended,
            _ => false,
        };

    private static string How(Run run) =>
        run.State switch
        {
            RunState.Ended => $", {Name(run.Conclusion)}: {Reasons.Show(run.Reason!)}",
            RunState.Waiting => $": {Reasons.Show(run.Reason ?? new Reason.Free())}",
            _ => $", {Lease(run)}{StandsFor(run)}",
        };

    private static string StandsFor(Run run) =>
        run.StandsFor.Count > 0 ? $", stands for {string.Join(' ', run.StandsFor)}" : "";

    private static string Lease(Run run) => $"token {run.Token}, counter {run.Counter}, lease {Spans.Show(run.Lease)}";

    private static string Line(Warning warning) =>
        warning switch
        {
            Warning.SettingsDiffer differ =>
                $"{differ.Resource} goes by {Reasons.Show(differ.InForce)}, not {Reasons.Show(differ.Asked)}",
            Warning.AgingDiffers differs => $"aging is {Spans.Show(differs.InForce)}, not {Spans.Show(differs.Asked)}",
            Warning.ParentGone gone => $"{gone.Parent} is over",
            _ => throw new System.Diagnostics.UnreachableException(warning.ToString()),
        };

    private static string Name(Conclusion? conclusion) =>
        conclusion == Conclusion.TimedOut ? "timed-out" : Lower(conclusion);

    private static string Lower<T>(T value) => value!.ToString()!.ToLowerInvariant();
}
