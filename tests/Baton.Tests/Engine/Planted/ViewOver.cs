using Baton.Engine;
using Baton.Engine.Holds;
using Baton.Engine.Resources;
using Baton.Engine.Runs;
using Baton.Engine.Views;

namespace Baton.Tests.Engine.Planted;

/// <summary>A view that tells the engine something else than what is written.</summary>
internal sealed class ViewOver(IScopeView real) : IScopeView
{
    public Func<Resource?, Resource?> Resources { get; init; } = resource => resource;

    public Func<Run?, Run?> Runs { get; init; } = run => run;

    public Func<Run?, Run?> Requests { get; init; } = run => run;

    public Func<Hold, bool> SeesHold { get; init; } = _ => true;

    public Func<Run, bool> SeesWaiting { get; init; } = _ => true;

    public bool SeesNested { get; init; } = true;

    public bool SeesTimeOfRuns { get; init; } = true;

    public bool SeesTimeOfHolds { get; init; } = true;

    public ScopeState State => real.State;

    public Run? Run(RunId id) => Runs(real.Run(id));

    public Run? RunOf(RequestId id) => Requests(real.RunOf(id));

    public Resource? Resource(ResourceName name) => Resources(real.Resource(name));

    public IEnumerable<Run> Line(ResourceName name) => real.Line(name).Where(SeesWaiting);

    public Hold? Hold(ResourceName name, RunId run) => real.Hold(name, run) is { } hold && SeesHold(hold) ? hold : null;

    public IEnumerable<Hold> Holds(ResourceName name) => real.Holds(name).Where(SeesHold);

    public IEnumerable<Run> Inside(RunId parent) => SeesNested ? real.Inside(parent) : [];

    public IEnumerable<Run> NestedWaiting() => real.NestedWaiting();

    public IEnumerable<Run> RunsByTime() => SeesTimeOfRuns ? real.RunsByTime() : [];

    public IEnumerable<Hold> HoldsByTime() => SeesTimeOfHolds ? real.HoldsByTime() : [];
}
