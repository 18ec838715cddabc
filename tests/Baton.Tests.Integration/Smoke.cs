namespace Baton.Tests.Integration;

public sealed class Smoke
{
    [Fact]
    public void It_runs() => Shouldly.ShouldBeTestExtensions.ShouldBe(1, 1);
}
