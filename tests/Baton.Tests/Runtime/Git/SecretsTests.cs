using Baton.Runtime.Git;

namespace Baton.Tests.Runtime.Git;

public sealed class SecretsTests
{
    [Theory]
    [InlineData("https://me:word@host/x", "https://***@host/x")]
    [InlineData("see 'https://token@host/' and ssh://git@h:22/y", "see 'https://***@host/' and ssh://***@h:22/y")]
    [InlineData("https://a@b:c@host", "https://***@host")]
    [InlineData("https://host/@x", "https://host/@x")]
    [InlineData("git@host:o/n", "git@host:o/n")]
    [InlineData("://", "://")]
    [InlineData("", "")]
    public void Whatever_stands_before_the_host_is_masked(string text, string masked) =>
        Secrets.Mask(text).ShouldBe(masked);
}
