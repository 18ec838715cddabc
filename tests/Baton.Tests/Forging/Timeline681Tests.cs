using Baton.Proof.Forging;

namespace Baton.Tests.Forging;

/// <summary>A slice of what <c>./build forge</c> plays.</summary>
public sealed class Timeline681Tests
{
    private const int Seeds = 25;

    public static TheoryData<string> Real => [.. TimelineSettings.Real.Select(settings => settings.Name)];

    public static TheoryData<string> Broken => [.. TimelineSettings.Broken.Select(settings => settings.Name)];

    [Theory]
    [MemberData(nameof(Real))]
    public void One_assignment_one_comment_one_pull_request(string name) =>
        Play(TimelineSettings.Real.Single(settings => settings.Name == name), Seeds).ShouldBeNull();

    [Theory]
    [MemberData(nameof(Broken))]
    public void A_planted_fault_is_caught(string name) =>
        Play(TimelineSettings.Broken.Single(settings => settings.Name == name), 1000).ShouldNotBeNull();

    private static string? Play(TimelineSettings settings, int seeds)
    {
        using var forge = new FakeForge();
        using var sockets = ForgeWorld.Sockets();
        return ForgeReport.First(settings, seeds, forge, sockets).Fault;
    }
}
