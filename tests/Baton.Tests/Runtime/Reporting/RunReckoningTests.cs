using Baton.Engine;
using Baton.Engine.Commands;
using Baton.Engine.Records;
using Baton.Engine.Resources;
using Baton.Engine.Runs;
using Baton.Runtime.Reporting;

namespace Baton.Tests.Runtime.Reporting;

/// <summary>What a report counts, over an audit that the engine wrote.</summary>
public sealed class RunReckoningTests
{
    private static readonly Need Agent = Need.Key("agent-7", TimeSpan.FromMinutes(5));
    private readonly MadeUpAudit _audit = new();

    [Fact]
    public void A_duplicate_saves_what_its_workflow_usually_takes()
    {
        var first = _audit.Ask("agent", Agent);
        _audit.Ask("agent", Agent);
        _audit.Pass(TimeSpan.FromMinutes(10));
        _audit.End(first);
        _audit.Pass(TimeSpan.FromMinutes(1));
        _audit.Ask("agent", Agent);

        var reckoning = Reckon();

        var whole = reckoning.Whole;
        (whole.Asked, whole.Started, whole.Prevented, whole.Saved).ShouldBe((3, 1, 2, 2));
        whole.Ran.ShouldBe(TimeSpan.FromMinutes(10));
        whole.Spared.ShouldBe(TimeSpan.FromMinutes(20));
        reckoning.Rules.ShouldBe([("duplicate of a run at work", 1), ("duplicate within a window", 1)]);
        new Prices(0.5m, 2m).Of(whole.Saved, whole.Spared).ShouldBe(14m);
    }

    [Fact]
    public void Time_that_nobody_knows_is_not_made_up()
    {
        _audit.Ask("agent", Agent);
        _audit.Ask("other", Agent);

        Reckon().Whole.Spared.ShouldBe(TimeSpan.Zero);
        Reckon().Whole.Unknown.ShouldBe(1);
    }

    [Fact]
    public void What_was_not_meant_or_was_cancelled_saves_nothing()
    {
        var first = _audit.Ask("agent", Agent);
        _audit.Pass(TimeSpan.FromMinutes(10));
        _audit.End(first);
        _audit.Filtered("agent");
        var holder = _audit.Ask("agent", Need.Group("deploy"));
        var waits = _audit.Ask("agent", Need.Group("deploy"));
        _audit.Apply(new Command.Cancel(waits, "ann", "wrong branch"));
        _audit.End(holder);

        var reckoning = Reckon();

        (reckoning.Whole.Prevented, reckoning.Whole.Saved).ShouldBe((2, 0));
        reckoning.Rules.ShouldBe([("cancelled by somebody", 1), ("not meant", 1)]);
    }

    [Fact]
    public void Waits_are_those_of_the_runs_that_started()
    {
        for (var at = 0; at < 20; at++)
        {
            var holder = _audit.Ask("deploy", Need.Group("deploy"));
            var waiter = _audit.Ask("deploy", Need.Group("deploy"));
            _audit.Pass(TimeSpan.FromSeconds(at + 1));
            _audit.End(holder);
            _audit.End(waiter);
        }

        var whole = Reckon().Whole;

        whole.MedianWait.ShouldBe(TimeSpan.Zero);
        whole.LateWait.ShouldBe(TimeSpan.FromSeconds(18));
    }

    [Fact]
    public void A_run_that_was_put_back_in_line_ran_twice()
    {
        var low = _audit.Ask("low", Need.Group("gpu", 1, Policy.Find("preempt")) with { });
        _audit.Pass(TimeSpan.FromMinutes(3));
        _audit.End(low);

        Reckon().Whole.Ran.ShouldBe(TimeSpan.FromMinutes(3));
        var tale = new RunTale(Origin.None, new Instant(0), DateTimeOffset.UnixEpoch);
        foreach (
            var (kind, minute) in new[]
            {
                (RecordKind.Granted, 1),
                (RecordKind.Requeued, 3),
                (RecordKind.Granted, 7),
                (RecordKind.Ended, 12),
            }
        )
            tale = tale.After(
                new Baton.Engine.Records.Record(kind, new Instant(TimeSpan.FromMinutes(minute).Ticks), null, null, null)
            );
        tale.Ran.ShouldBe(TimeSpan.FromMinutes(7));
        tale.Waited.ShouldBe(TimeSpan.FromMinutes(1));
    }

    [Fact]
    public void What_was_asked_before_is_not_counted_and_days_without_a_run_are_there()
    {
        var old = _audit.Ask("agent", Need.Group("deploy"));
        _audit.Pass(TimeSpan.FromDays(1));
        _audit.End(old);
        _audit.End(_audit.Ask("agent", Need.Group("deploy")));
        _audit.Pass(TimeSpan.FromDays(2));
        _audit.End(_audit.Ask("agent", Need.Group("deploy")));

        var reckoning = Reckon(TimeSpan.FromHours(12));

        reckoning.Whole.Asked.ShouldBe(2);
        reckoning.Days.Select(day => day.Tally.Asked).ShouldBe([1, 0, 1]);
    }

    private RunReckoning Reckon(TimeSpan since = default)
    {
        var tales = new RunTales(MadeUpAudit.At(since));
        foreach (var body in _audit.Bodies)
            tales.Take(body);
        return RunReckoning.Of(tales);
    }
}
