using Baton.Engine.Runs;

namespace Baton.Runtime.Forge;

/// <summary>How one attempt of a workflow's run stands at the service.</summary>
public abstract record ForgeRun
{
    private ForgeRun() { } // closed: every case is here

    /// <summary>It runs, or waits to run.</summary>
    public sealed record AtWork : ForgeRun;

    /// <summary>It is over.</summary>
    /// <param name="Conclusion">How: what was neither a success nor cancelled counts as a failure.</param>
    /// <param name="Ago">How long ago, by the service's own clock.</param>
    public sealed record Over(Conclusion Conclusion, TimeSpan Ago) : ForgeRun;
}
