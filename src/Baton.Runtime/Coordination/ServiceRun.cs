using Baton.Engine.Runs;

namespace Baton.Runtime.Coordination;

/// <summary>How the run of a service stands that owns something here.</summary>
public abstract record ServiceRun
{
    private ServiceRun() { } // closed: every case is here

    /// <summary>It runs, or waits to run.</summary>
    public sealed record AtWork : ServiceRun;

    /// <summary>It is over.</summary>
    /// <param name="Conclusion">How.</param>
    /// <param name="Ago">How long ago.</param>
    public sealed record Over(Conclusion Conclusion, TimeSpan Ago) : ServiceRun;

    /// <summary>Nobody can say.</summary>
    public sealed record Unknown(string Why) : ServiceRun;
}
