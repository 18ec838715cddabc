using Baton.Engine.Records;
using Baton.Engine.Runs;

namespace Baton.Runtime.Keeping;

/// <summary>Where a run stands for a step that works under it.</summary>
public abstract record StepStanding
{
    private StepStanding() { } // closed: every case is here

    /// <summary>The run holds.</summary>
    /// <param name="Run">The run.</param>
    /// <param name="Trusted">How long that may be trusted from now on, without asking again.</param>
    public sealed record Holds(Run Run, TimeSpan Trusted) : StepStanding;

    /// <summary>The run was told to stop: the step is to end.</summary>
    public sealed record MustStop(Run Run) : StepStanding;

    /// <summary>The run is over.</summary>
    public sealed record Over(Run Run) : StepStanding;

    /// <summary>The store refused: there is no such run, or its token is another.</summary>
    public sealed record Refused(Refusal Refusal) : StepStanding;
}
