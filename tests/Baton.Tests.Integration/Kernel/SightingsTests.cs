using System.Globalization;
using Baton.Runtime.Kernel;
using Baton.Tests.Integration.Support;

namespace Baton.Tests.Integration.Kernel;

/// <summary>Since when runs were seen to stand as they do, whoever of this machine looked.</summary>
public sealed class SightingsTests : IDisposable
{
    private const long Began = TimeSpan.TicksPerHour;

    private readonly TestFolder _folder = new();
    private readonly Hand _hand = new();

    public SightingsTests() => Assert.SkipUnless(ClockDomain.Here().IsKnown, "readings of a clock can't be kept here");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Who_looks_later_goes_on_from_the_first_look()
    {
        Since("01A").ShouldBe(Began);
        _hand.Advance(TimeSpan.FromMinutes(1));
        Since("01A").ShouldBe(Began);
        Since("01A", counter: 2).ShouldBe(_hand.GetTimestamp()); // it was renewed
        Left().ShouldBe(["sightings"]);
    }

    [Fact]
    public void Hundreds_lost_with_their_machine_all_grow_old_together()
    {
        var runs = Enumerable.Range(0, 500).Select(i => i.ToString(CultureInfo.InvariantCulture)).ToList();
        foreach (var run in runs)
            Since(run).ShouldBe(Began);
        _hand.Advance(TimeSpan.FromMinutes(1));
        foreach (var run in runs)
            Since(run).ShouldBe(Began);
    }

    [Fact]
    public void A_full_file_drops_what_is_older_than_a_day_and_nothing_younger()
    {
        Since("OLD").ShouldBe(Began);
        _hand.Advance(TimeSpan.FromDays(2));
        var young = _hand.GetTimestamp();
        File.AppendAllLines(
            _folder["sightings"],
            Enumerable
                .Range(1, Sightings.Most - 1)
                .Select(i => string.Create(CultureInfo.InvariantCulture, $"R{i} 1 1 {young}"))
        );
        _hand.Advance(TimeSpan.FromMinutes(1));
        Since("NEW").ShouldBe(_hand.GetTimestamp());
        var seen = _hand.GetTimestamp();
        _hand.Advance(TimeSpan.FromMinutes(1));
        Since("NEW").ShouldBe(seen); // in the place of the old one
        Since("R1").ShouldBe(young);
        Since("LAST").ShouldBe(_hand.GetTimestamp()); // full again, and nothing is old
        _hand.Advance(TimeSpan.FromMinutes(1));
        Since("LAST").ShouldBe(_hand.GetTimestamp());
        Since("R1").ShouldBe(young);
    }

    [Fact]
    public void What_was_called_lost_is_forgotten()
    {
        Since("01A");
        Since("01B");
        new Sightings(_folder.Path, _hand).Forget("01A");
        File.ReadAllText(_folder["sightings"]).ShouldNotContain("01A");
        _hand.Advance(TimeSpan.FromMinutes(1));
        Since("01B").ShouldBe(Began);
        Left().ShouldBe(["sightings"]);
    }

    [Fact]
    public void A_line_counts_only_with_its_end()
    {
        Since("01A");
        File.AppendAllText(_folder["sightings"], "01B 1 1 5"); // of 50, or 500
        _hand.Advance(TimeSpan.FromMinutes(1));
        Since("01B").ShouldBe(_hand.GetTimestamp());
    }

    [Fact]
    public void A_writer_that_fails_leaves_no_draft()
    {
        Directory.CreateDirectory(Path.Combine(_folder["sightings"], "in the way"));
        Since("01A").ShouldBe(_hand.GetTimestamp());
        Left().ShouldBe(["sightings"]);
    }

    private long Since(string run, long counter = 1) =>
        new Sightings(_folder.Path, _hand).Since(new Sighting(run, 1, counter));

    private List<string?> Left() => [.. Directory.EnumerateFileSystemEntries(_folder.Path).Select(Path.GetFileName)];

    /// <summary>A clock that is set by hand.</summary>
    private sealed class Hand : TimeProvider
    {
        private TimeSpan _now = new(Began);

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => _now.Ticks;

        public void Advance(TimeSpan span) => _now += span;
    }
}
