namespace Baton.Runtime.Gating;

/// <summary>Who owns a gate's claim, and with it says how long it lives.</summary>
public enum ClaimOwner
{
    /// <summary>The job: a keeper beside its steps renews it. The legs of a matrix are jobs, and exclude each other.</summary>
    Job,

    /// <summary>The workflow run, that very attempt: it holds until the service says that the run is over. Its jobs share it.</summary>
    Run,
}
