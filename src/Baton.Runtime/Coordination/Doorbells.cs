using Baton.Engine;
using Baton.Engine.Runs;
using Baton.Engine.Views;
using Baton.Runtime.Kernel;
using Baton.Runtime.Stores;

namespace Baton.Runtime.Coordination;

/// <summary>Wakes exactly those whom a decision concerns: one byte into the pipe of each (no herd, no polling).</summary>
/// <param name="ring">Rings the bell of a run.</param>
public sealed class Doorbells(Action<string> ring)
{
    /// <summary>The bells in a folder of this machine.</summary>
    public Doorbells(string folder)
        : this(run => _ = Bell.Ring(Bell.PathOf(folder, run))) { }

    /// <summary>Rings for every other run that was granted, told to stop, ended or moved by somebody else's command.</summary>
    public void RingFor(IReadOnlyList<Change> changes, RunId? self)
    {
        foreach (var run in Concerned.By(changes))
            if (run != self)
                Ring(run);
    }

    /// <summary>Rings for the first in each line of a run that has just started, so that it watches the new holder.</summary>
    public void RingNext(IScopeView view, Run started)
    {
        foreach (var need in started.Needs)
            if (view.Line(need.Resource).FirstOrDefault() is { } first)
                Ring(first.Id);
    }

    /// <summary>Rings one run; one that is gone or elsewhere is found by whoever looks for it.</summary>
    public void Ring(RunId run)
    {
        if (IsPlain(run.Value))
            ring(run.Value);
    }

    /// <summary>Whether a run's name may stand in a file name: a store's content is not trusted with that.</summary>
    internal static bool IsPlain(string run) => run.Length is > 0 and <= 64 && run.All(char.IsAsciiLetterOrDigit);
}
