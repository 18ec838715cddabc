using Baton.Engine.Resources;
using Baton.Engine.Runs;
using Baton.Runtime.Stores.Stored.V1;
using Baton.Runtime.Wording;
using static System.Globalization.CultureInfo;

namespace Baton.Cli.Output;

/// <summary>One run in one line of a live view; on a wide terminal with its units, its priority and its address.</summary>
public sealed class LiveRow(StatusReport report, int columns)
{
    private const int Wide = 120,
        PlaceWidth = 3,
        TitleWidth = 20,
        SpanWidth = 10,
        PriorityWidth = 4,
        LongestWhy = 70;

    private bool IsWide => columns >= Wide;

    /// <summary>Tells a run.</summary>
    public LiveLine Of(StatusRun told)
    {
        var run = told.Run;
        var place = told.Place is { } number ? number.ToString(InvariantCulture) : "";
        var since = Spans.Of(report.Now - (run.StartedAt ?? run.AskedAt));
        var head = $"{place, PlaceWidth} {Fit(Title(run), TitleWidth), -TitleWidth} {since, -SpanWidth} ";
        var text = IsWide ? head + Widely(told) : head + Remark(told);
        return new(KindOf(told), Fit(text.TrimEnd(), columns));
    }

    /// <summary>Cuts a text to a width.</summary>
    public static string Fit(string text, int width) => text.Length <= width ? text : Plain.Text(text, width - 1);

    private string Widely(StatusRun told)
    {
        var run = told.Run;
        var url = run.Ask.Origin.Url is { } address ? Plain.Text(address) : "";
        var priority = string.Create(InvariantCulture, $"p{run.Priority}");
        return $"{priority, -PriorityWidth} {Fit(Remark(told), LongestWhy), -LongestWhy} {url}";
    }

    private static LiveLineKind KindOf(StatusRun told) =>
        told.Run.IsActive ? LiveLineKind.Running
        : told.PassedBy > 0 ? LiveLineKind.Passed
        : LiveLineKind.Waiting;

    private static string Title(Run run) => RunTitle.Of(run).Title is { } title ? Plain.Text(title) : run.Id.Value;

    private string Remark(StatusRun told)
    {
        var state = told.Run.State == RunState.Waiting ? null : Words.States[told.Run.State];
        var why = told.Run.State == RunState.Running ? null : told.Brief;
        string?[] parts = [Units(told.Run), state, Estimate(told), why, Passed(told)];
        return string.Join("; ", parts.Where(part => !string.IsNullOrEmpty(part)));
    }

    private static string? Estimate(StatusRun told) =>
        told.Estimate is not { } spread ? null
        : told.Run.IsActive ? $"about {Spans.Of(spread.Median)} left"
        : $"in about {Spans.Of(spread.Median)}";

    private string? Passed(StatusRun told)
    {
        if (told.PassedBy == 0)
            return null;
        var passed = string.Create(InvariantCulture, $"passed by {told.PassedBy}");
        var left = told.PassableUntil - report.Now;
        return !IsWide ? passed
            : left > TimeSpan.Zero ? $"{passed} (newcomers can for {Spans.Of(left)})"
            : $"{passed} (newcomers can't)";
    }

    private static string? Units(Run run)
    {
        var units = run.Ask.Needs.Where(need => need.Resource.Kind == ResourceKind.Group).Select(need => need.Units);
        return units.FirstOrDefault(1) switch
        {
            1 => null,
            Need.All => "exclusive",
            var several => string.Create(InvariantCulture, $"{several} units"),
        };
    }
}
