using Baton.Workflows.Findings;

namespace Baton.Tests.Workflows.Findings;

public sealed class NearestTests
{
    private static readonly string[] Known = ["policy", "order", "capacity", "max-pending", "overflow", "grace"];

    [Theory]
    [InlineData("polcy", "policy")]
    [InlineData("Policy", "policy")]
    [InlineData("plocy", "policy")]
    [InlineData("max_pending", "max-pending")]
    [InlineData("capasity", "capacity")]
    [InlineData("gracee", "grace")]
    [InlineData("timeout", null)]
    [InlineData("", null)]
    public void The_nearest_word_is_found(string word, string? expected) => Nearest.To(word, Known).ShouldBe(expected);

    [Theory]
    [InlineData("abc", "abc", 0)]
    [InlineData("abc", "acb", 1)]
    [InlineData("abc", "", 3)]
    [InlineData("kitten", "sitting", 3)]
    public void Distances_count_slips(string left, string right, int expected) =>
        Nearest.Distance(left, right).ShouldBe(expected);

    [Fact]
    public void A_word_that_is_near_nothing_gets_the_whole_list() =>
        Nearest.Hint("x", ["alpha", "beta"]).ShouldBe("known: alpha, beta");

    [Fact]
    public void A_very_long_word_is_not_compared() => Nearest.To(new string('p', 100_000), Known).ShouldBeNull();
}
