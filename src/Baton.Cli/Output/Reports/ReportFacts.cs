using System.Globalization;
using Baton.Runtime.Reporting;
using Baton.Runtime.Wording;

namespace Baton.Cli.Output.Reports;

/// <summary>A reckoning, and what there is to say around it, for every form that it is told in.</summary>
/// <param name="Scope">The scope.</param>
/// <param name="Since">How far back it goes.</param>
/// <param name="Reckoning">The figures.</param>
/// <param name="Prices">What runs cost; none where no file says it.</param>
public sealed record ReportFacts(string Scope, TimeSpan Since, RunReckoning Reckoning, Prices? Prices)
{
    private static readonly CultureInfo Culture = CultureInfo.InvariantCulture;

    /// <summary>What it is about, in one line.</summary>
    public string Title => $"{Count(Reckoning.Whole.Asked)} runs asked for in the last {Spans.Of(Since)}";

    /// <summary>The figures of the whole, each with its name.</summary>
    public IEnumerable<(string Name, string Value)> Figures => Of(Reckoning.Whole);

    /// <summary>What a reader has to know to take the figures for what they are.</summary>
    public IEnumerable<string> Notes
    {
        get
        {
            var whole = Reckoning.Whole;
            yield return "Time saved: each duplicate, skipped or superseded run that never started, as long as the middle of its workflow's successes.";
            if (whole.Unknown > 0)
                yield return $"{Count(whole.Unknown)} of the saved runs are of workflows without a success: their time isn't counted.";
            if (Prices is null)
                yield return "No money: baton.yml names no audit.price-per-minute or price-per-launch.";
            if (Reckoning.Unprotected > 0)
                yield return $"{Count(Reckoning.Unprotected)} runs proceeded unprotected: they were never asked for, and aren't counted.";
        }
    }

    /// <summary>The figures of some runs.</summary>
    public IEnumerable<(string Name, string Value)> Of(RunTally tally)
    {
        yield return ("asked", Count(tally.Asked));
        yield return ("ran", Count(tally.Started));
        yield return ("prevented", Count(tally.Prevented));
        yield return ("superseded", Count(tally.Superseded));
        yield return ("lost", Count(tally.Lost));
        yield return ("median wait", Spans.Of(tally.MedianWait));
        yield return ("95th wait", Spans.Of(tally.LateWait));
        yield return ("time run", Spans.Of(tally.Ran));
        yield return ("time saved", Spans.Of(tally.Spared));
        if (Prices is { } prices)
            yield return ("money saved", Money(prices.Of(tally.Saved, tally.Spared)));
    }

    /// <summary>A number.</summary>
    public static string Count(int count) => count.ToString("N0", Culture);

    /// <summary>A sum, in no currency.</summary>
    public static string Money(decimal sum) => sum.ToString("N2", Culture);

    /// <summary>The name of a workflow, as it was given.</summary>
    public static string Name(string? workflow) => workflow ?? "(no workflow)";
}
