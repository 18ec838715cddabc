using Baton.Runtime.Asking;

namespace Baton.Tests.Runtime.Asking;

public sealed class UlidTests
{
    // The time of the specification's example: https://github.com/ulid/spec
    private static readonly DateTimeOffset Example = DateTimeOffset.FromUnixTimeMilliseconds(1469918176385);

    [Fact]
    public void It_has_the_time_first()
    {
        Ulid.Of(Example, new byte[10]).ShouldBe("01ARYZ6S410000000000000000");
        Ulid.Of(Example, [.. Enumerable.Repeat((byte)255, 10)]).ShouldBe("01ARYZ6S41ZZZZZZZZZZZZZZZZ");
    }

    [Fact]
    public void It_is_known_again()
    {
        Ulid.Is(Ulid.Of(Example, new byte[10])).ShouldBeTrue();
        Ulid.Is("01aryz6s410000000000000000").ShouldBeTrue();
        Ulid.Is("81ARYZ6S410000000000000000").ShouldBeFalse();
        Ulid.Is("01ARYZ6S41000000000000000U").ShouldBeFalse();
        Ulid.Is("").ShouldBeFalse();
    }
}
