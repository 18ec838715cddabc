using Baton.Engine.Holds;
using Baton.Engine.Resources;
using Baton.Engine.Runs;

namespace Baton.Engine.Views;

/// <summary>
/// A scope as it stands, read through indexes. The engine reads few rows of any order that it names here, so every
/// member that returns many is lazy: an implementation must not gather what isn't asked for. Enumerations may be nested in
/// each other, of the same member too, and may be left before their end.
/// </summary>
public interface IScopeView
{
    /// <summary>The scope's own row.</summary>
    ScopeState State { get; }

    /// <summary>A run by name, ended ones too.</summary>
    Run? Run(RunId id);

    /// <summary>The run that a request made, ended ones too.</summary>
    Run? RunOf(RequestId id);

    /// <summary>A resource that is in use, paused or recorded.</summary>
    Resource? Resource(ResourceName name);

    /// <summary>The waiting runs whose <see cref="Run.Needs"/> name a resource, by <see cref="Run.Place"/>.</summary>
    IEnumerable<Run> Line(ResourceName name);

    /// <summary>The hold of a run on a resource.</summary>
    Hold? Hold(ResourceName name, RunId run);

    /// <summary>All holds on a resource, lingering ones too, by token, then by run.</summary>
    IEnumerable<Hold> Holds(ResourceName name);

    /// <summary>The live runs directly inside a run, by name.</summary>
    IEnumerable<Run> Inside(RunId parent);

    /// <summary>The waiting runs that are inside another, by <see cref="Run.Place"/>.</summary>
    IEnumerable<Run> NestedWaiting();

    /// <summary>The waiting runs that time alone will change, by <see cref="Run.NextTime"/>, then by name.</summary>
    IEnumerable<Run> RunsByTime();

    /// <summary>The lingering holds, by <see cref="Holds.Hold.Until"/>, then by resource, then by run.</summary>
    IEnumerable<Hold> HoldsByTime();
}
