using Baton.Engine;
using Baton.Engine.Runs;

namespace Baton.Runtime.Stores;

/// <summary>Whom a decision concerns beside those who sent it: every run that was granted, told to stop, ended or moved.</summary>
public static class Concerned
{
    /// <summary>The runs, in the order of the changes.</summary>
    public static IEnumerable<RunId> By(IEnumerable<Change> changes)
    {
        foreach (var change in changes)
            if (change is Change.PutRun { Before: { IsLive: true } before } put && IsMoved(before, put.Run))
                yield return put.Run.Id;
    }

    private static bool IsMoved(Run before, Run now) => before.State != now.State || before.Place != now.Place;
}
