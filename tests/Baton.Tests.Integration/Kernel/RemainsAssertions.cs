using Baton.Runtime.Kernel;

namespace Baton.Tests.Integration.Kernel;

/// <summary>What may be expected of an answer on a machine that is not the test's alone.</summary>
public static class RemainsAssertions
{
    /// <summary>
    /// Nothing is left. Where the tests aren't root and another user starts processes at the same moment, the honest
    /// answer is that these can't be looked into.
    /// </summary>
    public static void ShouldBeGone(this RemainsAnswer answer, int moreThan = -1)
    {
        if (
            answer is RemainsAnswer.CannotTell { Reason: var reason }
            && reason.Contains("can't be looked into", StringComparison.Ordinal)
        )
            return;
        answer.ShouldBeOfType<RemainsAnswer.Gone>().Ended.ShouldBeGreaterThan(moreThan);
    }
}
