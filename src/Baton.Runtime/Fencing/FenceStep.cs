namespace Baton.Runtime.Fencing;

/// <summary>How far the moving of fences has come.</summary>
internal abstract record FenceStep
{
    private FenceStep() { } // closed: every case is here

    /// <summary>Nothing was in the way.</summary>
    public static readonly FenceStep Moved = new Done([]);

    /// <summary>These are moved.</summary>
    public sealed record Done(IReadOnlyList<FencePass> Passes) : FenceStep;

    /// <summary>The token is too small, by another store's.</summary>
    public sealed record Smaller(long Than) : FenceStep;

    /// <summary>There is nothing more to try.</summary>
    public sealed record Over(FenceEnd.Failed End) : FenceStep;

    /// <summary>There is nothing more to try.</summary>
    public static FenceStep Failed(FenceFault fault, string why) => new Over(new FenceEnd.Failed(fault, why));
}
