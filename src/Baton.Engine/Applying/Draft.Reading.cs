using Baton.Engine.Holds;
using Baton.Engine.Resources;
using Baton.Engine.Runs;
using Baton.Engine.Views;

namespace Baton.Engine.Applying;

/// <summary>The reading half: every index of the view, with the changes laid over it.</summary>
internal sealed partial class Draft
{
    public Run? Run(RunId id) => RowOf(id).Now;

    public Run? RunOf(RequestId id) => _arrived?.Find(id) is { } arrived ? arrived.Now : view.RunOf(id);

    public Resource? Resource(ResourceName name) => RowOf(name).Now;

    /// <summary>The resource of a need as it is for who needs it: a vacant one goes by the need's settings.</summary>
    public Resource? ResourceFor(Need need) =>
        Resource(need.Resource) is { IsVacant: true } vacant
            ? vacant with
            {
                Settings = need.Settings,
            }
            : Resource(need.Resource);

    public Hold? Hold(ResourceName name, RunId run) => RowOf(name, run).Now;

    public IEnumerable<Run> Line(ResourceName name) => LineOf(RowOf(name)).Read();

    public IEnumerable<Run> NestedWaiting() => _nested.Read();

    public IEnumerable<Run> Inside(RunId parent) => InsideOf(RowOf(parent)).Read();

    public IEnumerable<Run> RunsByTime() => _runsByTime.Read();

    public IEnumerable<Hold> Holds(ResourceName name) => HoldsOf(RowOf(name)).Read();

    public IEnumerable<Hold> HoldsByTime() => _holdsByTime.Read();

    /// <summary>The next instant at which time alone changes something.</summary>
    public Instant? NextMoment() =>
        Instant.Earlier(RunsByTime().FirstOrDefault()?.NextTime, HoldsByTime().FirstOrDefault()?.Until);

    private Overlay<Run> LineOf(ResourceRow row) => row.Line ??= new(view.Line(row.Name), Order.ByPlace);

    private Overlay<Hold> HoldsOf(ResourceRow row) => row.Holds ??= new(view.Holds(row.Name), Order.ByToken);

    private Overlay<Run> InsideOf(RunRow row) => row.Inside ??= new(view.Inside(row.Id), Order.ByName);

    private RunRow RowOf(RunId id) => _runs.Find(id) ?? _runs.Add(id, new(id, view.Run(id)));

    private ResourceRow RowOf(ResourceName name) =>
        _resources.Find(name) ?? _resources.Add(name, new(name, view.Resource(name)));

    private HoldRow RowOf(ResourceName name, RunId run)
    {
        var row = RowOf(run);
        return row.HoldOn(name) ?? row.Add(new HoldRow(name, view.Hold(name, run)));
    }

    /// <summary>The row of a hold that was read.</summary>
    private HoldRow RowOf(Hold hold)
    {
        var row = RowOf(hold.Run);
        return row.HoldOn(hold.Resource) ?? row.Add(new HoldRow(hold.Resource, hold));
    }
}
