using Baton.Engine.Resources;
using Baton.Engine.Runs;
using Baton.Runtime.Observing;
using Baton.Runtime.Wording;

namespace Baton.Tests.Runtime.Observing;

/// <summary>What enforcing would have done is computed by the engine; here it is computed once more, by hand.</summary>
public sealed class ObservedReportTests
{
    private static readonly Need Deploy = Need.Group("deploy");

    [Fact]
    public void Who_would_have_waited_moves_those_behind_it()
    {
        // The second ran beside the first, and was over before a third came; enforced it would have run from 100 to 150.
        var report = ObservedReport.Of([
            Day.Run(1, 0, 100, Deploy),
            Day.Run(2, 10, 50, Deploy),
            Day.Run(3, 110, 10, Deploy),
        ]);
        Counts(report.Whole).ShouldBe("waiting 2, granted 1");
        report.Whole.Waited.ShouldBe(TimeSpan.FromSeconds(90 + 40));
        report.Whole.LongestWait.ShouldBe(TimeSpan.FromSeconds(90));
        report.Resources[0].Overlap.ShouldBe(new Overlap(1, TimeSpan.FromSeconds(50)));
    }

    [Fact]
    public void The_newest_would_have_stopped_the_one_at_work()
    {
        var newest = Need.Group("docs", 1, Policy.Find("cancel-running"));
        var report = ObservedReport.Of([Day.Run(1, 0, 100, newest), Day.Run(2, 40, 100, newest)]);
        Counts(report.Whole).ShouldBe("granted 1, stopped 1");
        report.Whole.Spared.ShouldBe(TimeSpan.FromSeconds(60));
    }

    [Fact]
    public void A_failure_would_have_left_the_key_free_and_a_success_would_not()
    {
        var key = Need.Key("issue-681", TimeSpan.FromMinutes(5));
        var report = ObservedReport.Of([
            Day.Run(1, 0, (10, Conclusion.Failure), key),
            Day.Run(2, 20, 10, key),
            Day.Run(3, 60, 10, key),
            Day.Run(4, 400, 10, key),
        ]);
        Counts(report.Whole).ShouldBe("granted 3, duplicate 1");
        report.Whole.Spared.ShouldBe(TimeSpan.FromSeconds(10));
    }

    [Fact]
    public void What_was_asked_inside_a_run_moves_with_it_and_uses_its_share()
    {
        var inside = Day.Run(3, 15, 10, Deploy);
        inside = inside with { Seen = inside.Seen with { Ask = inside.Seen.Ask with { Parent = Day.Name(2) } } };
        var arrivals = new[] { Day.Run(1, 0, 100, Deploy), Day.Run(2, 10, 50, Deploy), inside };
        var replayed = Replay.Of(arrivals).Runs;
        replayed[Day.Name(3)].AskedAt.Ticks.ShouldBe(TimeSpan.FromSeconds(105).Ticks);
        replayed[Day.Name(3)].StartedAt.ShouldBe(replayed[Day.Name(3)].AskedAt);
        ObservedReport.Of(arrivals).Resources[0].Overlap.Starts.ShouldBe(1);
    }

    [Fact]
    public void A_request_that_was_made_before_would_have_started_nothing()
    {
        var arrivals = new[] { Day.Run(1, 0, 10, Deploy), Again(2, 5), Again(3, 100) };
        var report = ObservedReport.Of(arrivals);
        Counts(report.Whole).ShouldBe("duplicate 1, granted 1, success 1");
        report.Whole.Spared.ShouldBe(TimeSpan.FromSeconds(20));
        var answer = Enforced.Of(Replay.Of(arrivals).Answers[Day.Name(3)], Day.Name(3));
        EnforcedWords
            .Of(answer)
            .ShouldStartWith("would not have started it, success: the same request was made before");
    }

    [Fact]
    public void A_request_id_that_was_used_for_something_else_is_not_known_to_have_run()
    {
        var other = Again(2, 5);
        other = other with { Seen = other.Seen with { Ask = other.Seen.Ask with { Needs = [Need.Group("else")] } } };
        Counts(ObservedReport.Of([Day.Run(1, 0, 10, Deploy), other]).Whole).ShouldBe("granted 1, unknown 1");
    }

    // Another process with the request id of the first run.
    private static Arrival Again(int number, int at)
    {
        var arrival = Day.Run(number, at, 10, Deploy);
        var first = Day.Run(1, 0, 10, Deploy).Seen.Ask;
        var ask = first with { Run = arrival.Run, Owner = new Owner("d", $"p{number}") };
        return arrival with { Seen = arrival.Seen with { Ask = ask } };
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_day_of_arrivals_in_one_line_waits_as_a_line_does(int seed)
    {
        var moments = Day.Moments(new Random(seed), 300).ToList();
        var arrivals = moments.Select((one, number) => Day.Run(number, one.At, one.Took, Deploy)).ToList();
        var (free, waited, late) = (0, 0, 0);
        foreach (var (at, took) in moments)
        {
            late += free > at ? 1 : 0;
            waited += Math.Max(0, free - at);
            free = Math.Max(free, at) + took;
        }
        var whole = ObservedReport.Of(Shuffled(arrivals, seed)).Whole;
        whole.Waited.ShouldBe(TimeSpan.FromSeconds(waited), $"replay with BATON_SEED={seed}");
        Counts(whole).ShouldContain($"waiting {late}", Case.Sensitive, $"replay with BATON_SEED={seed}");
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_day_of_arrivals_with_keys_has_the_duplicates_that_their_windows_make(int seed)
    {
        const int window = 600;
        var chance = new Random(seed);
        var (arrivals, taken, duplicates) = (new List<Arrival>(), new Dictionary<int, int>(), 0);
        foreach (var (at, took) in Day.Moments(chance, 300))
        {
            var issue = chance.Next(20);
            var key = Need.Key($"issue-{issue}", TimeSpan.FromSeconds(window));
            arrivals.Add(Day.Run(arrivals.Count, at, took, key));
            if (at < taken.GetValueOrDefault(issue))
                duplicates++;
            else
                taken[issue] = at + took + window;
        }
        var counts = Counts(ObservedReport.Of(Shuffled(arrivals, seed)).Whole);
        counts.ShouldContain($"granted {300 - duplicates}", Case.Sensitive, $"replay with BATON_SEED={seed}");
        counts.ShouldContain($"duplicate {duplicates}", Case.Sensitive, $"replay with BATON_SEED={seed}");
    }

    private static string Counts(ObservedTally tally) =>
        string.Join(", ", tally.Counts.Select(one => $"{one.Word} {one.Count}"));

    private static List<Arrival> Shuffled(List<Arrival> arrivals, int seed)
    {
        var chance = new Random(seed);
        return [.. arrivals.OrderBy(_ => chance.Next())];
    }

    /// <summary>Twenty days, or the one that BATON_SEED names.</summary>
    public static TheoryData<int> Seeds() =>
        Environment.GetEnvironmentVariable("BATON_SEED") is { } chosen
            ? [int.Parse(chosen, System.Globalization.CultureInfo.InvariantCulture)]
            : [.. Enumerable.Range(1, 20)];
}
