using Baton.Engine;

namespace Baton.Tests.Engine.Tables;

public sealed class InstantTests
{
    private static readonly Instant Early = new(1);
    private static readonly Instant Late = new(2);

    [Fact]
    public void Instants_are_ordered()
    {
        (Early < Late && Late > Early && Early <= Late && Late >= Early).ShouldBeTrue();
        (Late < Early || Early > Late).ShouldBeFalse();
        Instant.Later(Early, Late).ShouldBe(Late);
        Instant.Later(Late, Early).ShouldBe(Late);
    }

    [Fact]
    public void None_counts_as_never()
    {
        Instant.Earlier(null, null).ShouldBeNull();
        Instant.Earlier(null, Late).ShouldBe(Late);
        Instant.Earlier(Late, null).ShouldBe(Late);
        Instant.Earlier(Late, Early).ShouldBe(Early);
    }

    [Fact]
    public void A_span_leads_from_one_to_the_other() => (Early + (Late - Early)).ShouldBe(Late);
}
