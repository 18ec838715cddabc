using Baton.Engine;
using Baton.Engine.Runs;

namespace Baton.Tests.Engine.Tables;

public sealed class PlaceTests
{
    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(0, 20, -300)]
    [InlineData(0, 100, -1500)]
    [InlineData(1200, 100, -300)]
    [InlineData(600, 1, 585)]
    public void The_rank_is_the_time_of_asking_less_the_priority_in_aging(int askedAt, int priority, int seconds) =>
        Place
            .RankOf(new(askedAt * TimeSpan.TicksPerSecond), priority, TimeSpan.FromMinutes(5))
            .ShouldBe(seconds * TimeSpan.TicksPerSecond);

    [Fact]
    public void Without_aging_only_the_time_counts() =>
        Place.RankOf(new(7), Limits.HighestPriority, TimeSpan.Zero).ShouldBe(7);

    [Fact]
    public void The_longest_aging_overflows_nothing() =>
        Place.RankOf(Instant.Zero, 100, TimeSpan.FromDays(1)).ShouldBe(-5 * TimeSpan.TicksPerDay);

    [Fact]
    public void Standing_comes_before_rank_and_rank_before_arrival()
    {
        Place[] ordered =
        [
            new(Standing.Claiming, 9, 9),
            new(Standing.Ready, 1, 8),
            new(Standing.Ready, 1, 9),
            new(Standing.Ready, 2, 1),
            new(Standing.Dormant, 0, 0),
        ];
        ordered.Reverse().Order().ShouldBe(ordered);
    }
}
