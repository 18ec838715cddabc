using Baton.Engine.Runs;
using Baton.Engine.Views;

namespace Baton.Runtime.Stores.Moving;

/// <summary>What became of moving a scope.</summary>
public abstract record MoveEnd
{
    private MoveEnd() { } // closed: every case is here

    /// <summary>It is there now, with all that it has.</summary>
    /// <param name="Contents">What it has.</param>
    public sealed record Moved(ScopeContents Contents) : MoveEnd;

    /// <summary>It was there already.</summary>
    public sealed record Already : MoveEnd;

    /// <summary>There is nothing to be moved.</summary>
    public sealed record Nothing : MoveEnd;

    /// <summary>Somebody lives in it; nothing was changed.</summary>
    /// <param name="Runs">Who.</param>
    public sealed record Live(IReadOnlyList<Run> Runs) : MoveEnd;

    /// <summary>The place that it is to go to has a scope of that name with a life of its own; nothing was changed.</summary>
    /// <param name="Contents">What that one has.</param>
    public sealed record Occupied(ScopeContents Contents) : MoveEnd;

    /// <summary>One of the two places has given its state to, or expects it from, a third; nothing was changed.</summary>
    /// <param name="Place">The one that says so.</param>
    /// <param name="Elsewhere">What it says.</param>
    public sealed record Entangled(string Place, Elsewhere Elsewhere) : MoveEnd;
}
