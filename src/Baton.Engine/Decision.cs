using Baton.Engine.Records;
using Baton.Engine.Runs;

namespace Baton.Engine;

/// <summary>The engine's answer to one command.</summary>
public abstract record Decision
{
    private Decision() { } // closed: every case is here

    /// <summary>What the asker should know although the answer stands.</summary>
    public IReadOnlyList<Warning> Warnings { get; init; } = [];

    /// <summary>The run that the answer is about, if it is about one.</summary>
    public virtual Run? About => null;

    /// <summary>The run holds all that it asked for.</summary>
    public sealed record Granted(Run Run) : Decision
    {
        /// <inheritdoc/>
        public override Run? About => Run;
    }

    /// <summary>The run waits; its reason says for what.</summary>
    public sealed record Waiting(Run Run) : Decision
    {
        /// <inheritdoc/>
        public override Run? About => Run;
    }

    /// <summary>The run must stop; its <see cref="Run.Stop"/> says why.</summary>
    public sealed record Stopping(Run Run) : Decision
    {
        /// <inheritdoc/>
        public override Run? About => Run;
    }

    /// <summary>The run is over; its conclusion and reason say how and why.</summary>
    public sealed record Ended(Run Run) : Decision
    {
        /// <inheritdoc/>
        public override Run? About => Run;
    }

    /// <summary>The command was done; there is nothing more to say.</summary>
    public sealed record Done : Decision;

    /// <summary>The command was refused and changed nothing.</summary>
    public sealed record Refused(Refusal Refusal) : Decision;

    /// <summary>The answer that tells where a run stands.</summary>
    public static Decision On(Run run) =>
        run.State switch
        {
            RunState.Waiting => new Waiting(run),
            RunState.Running => new Granted(run),
            RunState.Stopping => new Stopping(run),
            _ => new Ended(run),
        };
}
