using System.Runtime.InteropServices;
using Baton.Engine;
using Baton.Engine.Runs;
using Baton.Runtime.Fencing;
using Baton.Runtime.Observing;

namespace Baton.Runtime.Runs;

/// <summary>What became of a run and its command.</summary>
public abstract record RunEnd
{
    private RunEnd() { }

    /// <summary>The command ran to its end.</summary>
    /// <param name="Run">The run as it ended in the store.</param>
    /// <param name="ExitCode">The command's exit code.</param>
    /// <param name="Unprotected">Why the run was not protected to its end, if it wasn't.</param>
    public sealed record Finished(Run Run, int ExitCode, string? Unprotected) : RunEnd;

    /// <summary>The command was not started: the run was over before.</summary>
    public sealed record NotStarted(Run Run) : RunEnd;

    /// <summary>The command was not started: a signal came while the run waited.</summary>
    public sealed record Interrupted(Run? Run, PosixSignal Signal) : RunEnd;

    /// <summary>The command could not be started.</summary>
    /// <param name="Run">The run, ended as a failure.</param>
    /// <param name="ExitCode">126 or 127.</param>
    /// <param name="Message">Why.</param>
    public sealed record Unstartable(Run Run, int ExitCode, string Message) : RunEnd;

    /// <summary>The command was not started: the fence of its groups could not be moved.</summary>
    /// <param name="Run">The run, ended as cancelled.</param>
    /// <param name="Failure">Why.</param>
    public sealed record NotFenced(Run Run, FenceEnd.Failed Failure) : RunEnd;

    /// <summary>The command was told to stop, and stopped with all it had started.</summary>
    public sealed record Stopped(Run Run) : RunEnd;

    /// <summary>The lease was lost; the command was ended at once.</summary>
    /// <param name="Run">The run as last known.</param>
    /// <param name="Why">What happened.</param>
    public sealed record LeaseLost(Run Run, string Why) : RunEnd;

    /// <summary>The command ended, but the store did not hear of it.</summary>
    /// <param name="Run">The run as last known.</param>
    /// <param name="ExitCode">The command's exit code.</param>
    /// <param name="Why">What is wrong with the store.</param>
    public sealed record NotRecorded(Run Run, int ExitCode, string Why) : RunEnd;

    /// <summary>The command was started at once and ran to its end: it was only observed.</summary>
    /// <param name="Run">The run's name in the observed scope.</param>
    /// <param name="ExitCode">The command's exit code.</param>
    /// <param name="Enforced">What enforcing would have done.</param>
    public sealed record Observed(RunId Run, int ExitCode, Enforced Enforced) : RunEnd
    {
        /// <summary>Why the command could not be started, if so.</summary>
        public string? Trouble { get; init; }
    }
}
