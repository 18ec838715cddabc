using Baton.Proof.Exploring;
using Baton.Runtime.Kernel;
using Baton.Runtime.Runs;
using Baton.Runtime.Stores;

namespace Baton.Proof.Simulating;

/// <summary>What a simulated world is made of; the real parts, unless a test plants a fault in one of them.</summary>
internal sealed record Fittings
{
    /// <summary>The real engine and the real coordinator over a sound store.</summary>
    public static readonly Fittings Real = new();

    /// <summary>The engine.</summary>
    public EngineWorld.Applying Apply { get; init; } = Engine.Engine.Apply;

    /// <summary>The store as each process gets it.</summary>
    public Func<IScopeStore, SimulatedProcess, IScopeStore> Store { get; init; } = (store, _) => store;

    /// <summary>The machine as each process gets it.</summary>
    public Func<IMachine, SimulatedProcess, IMachine> Machine { get; init; } = (machine, _) => machine;

    /// <summary>What each process is told to run.</summary>
    public Func<RunPlan, RunPlan> Plan { get; init; } = plan => plan;

    /// <summary>Whether a commit is conditional on the version that was read.</summary>
    public bool IsConditional { get; init; } = true;

    /// <summary>Whether an answer is given only once it is on the disk.</summary>
    public bool IsDurable { get; init; } = true;
}
