using Baton.Runtime.Configuration;

namespace Baton.Tests.Runtime.Configuration;

public sealed class NamePatternTests
{
    [Theory]
    [InlineData("deploy-*", "deploy-prod", true)]
    [InlineData("deploy-*", "deploy-", true)]
    [InlineData("deploy-*", "Deploy-Prod", true)]
    [InlineData("deploy-*", "deploy", false)]
    [InlineData("*", "", true)]
    [InlineData("*-prod", "deploy-prod", true)]
    [InlineData("*-prod", "deploy-prod-x", false)]
    [InlineData("a*b*c", "a1b2b3c", true)]
    [InlineData("a*b*c", "a1c", false)]
    [InlineData("issue-?", "issue-4", true)]
    [InlineData("issue-?", "issue-42", false)]
    [InlineData("a.b", "axb", false)]
    [InlineData("[ab]", "a", false)]
    [InlineData("", "", true)]
    [InlineData("", "a", false)]
    public void A_pattern_means_these_names(string pattern, string name, bool expected) =>
        new NamePattern(pattern).Matches(name).ShouldBe(expected);

    [Fact]
    public void A_hostile_pattern_ends() =>
        new NamePattern(string.Concat(Enumerable.Repeat("a*", 100)) + "b")
            .Matches(new string('a', 2000))
            .ShouldBeFalse();
}
