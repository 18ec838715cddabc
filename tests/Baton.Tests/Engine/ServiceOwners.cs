using Baton.Engine;
using Baton.Engine.Commands;
using Baton.Engine.Records;
using Baton.Engine.Resources;
using Baton.Engine.Runs;
using Baton.Engine.Views;

namespace Baton.Tests.Engine;

/// <summary>Claims that are owned by the run of a service, of which somebody else tells how it stands.</summary>
public sealed class ServiceOwners
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(10),
        Most = TimeSpan.FromHours(6);

    private readonly MemoryScope _scope = new();
    private Instant _now = new(TimeSpan.TicksPerDay);
    private int _asks;

    [Fact]
    public void The_window_counts_from_the_end_that_the_service_reports()
    {
        var run = Ask(Owner.Service("https://a/repos/o/r", "5/1"));
        Pass(TimeSpan.FromHours(1));

        var ended = End(run, Conclusion.Success, TimeSpan.FromMinutes(4));

        (_now - ended.EndedAt!.Value).ShouldBe(TimeSpan.FromMinutes(4));
        Ask(Owner.Unknown).Conclusion.ShouldBe(Conclusion.Duplicate);
        Pass(TimeSpan.FromMinutes(6));
        Ask(Owner.Unknown).State.ShouldBe(RunState.Running);
    }

    [Fact]
    public void An_end_before_the_grant_counts_as_at_the_grant()
    {
        var run = Ask(Owner.Service("https://a", "5/1"));
        Pass(TimeSpan.FromMinutes(1));

        End(run, Conclusion.Success, TimeSpan.FromDays(3)).EndedAt.ShouldBe(run.StartedAt);

        Ask(Owner.Unknown).Conclusion.ShouldBe(Conclusion.Duplicate);
    }

    [Fact]
    public void A_window_that_is_over_by_then_keeps_nobody_out()
    {
        var run = Ask(Owner.Service("https://a", "5/1"));
        Pass(TimeSpan.FromHours(1));

        End(run, Conclusion.Success, TimeSpan.FromMinutes(30));

        Ask(Owner.Unknown).State.ShouldBe(RunState.Running);
    }

    [Fact]
    public void Nobody_else_tells_the_end_of_a_process()
    {
        var run = Ask(new Owner("boot", "7"));

        Apply(new Command.End(run.Id, run.Token, Conclusion.Success) { Ago = TimeSpan.Zero })
            .ShouldBeOfType<Decision.Refused>()
            .Refusal.ShouldBeOfType<Refusal.Malformed>();
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(400)]
    public void A_span_out_of_bounds_is_refused(int days)
    {
        var run = Ask(Owner.Service("https://a", "5/1"));

        Apply(new Command.End(run.Id, run.Token, Conclusion.Success) { Ago = TimeSpan.FromDays(days) })
            .ShouldBeOfType<Decision.Refused>();
    }

    [Fact]
    public void A_service_that_is_silent_for_the_whole_claim_loses_it_and_not_before()
    {
        var run = Ask(Owner.Service("https://a", "5/1"));
        var silent = new Command.Expire(run.Id, run.Token, run.Counter, new Evidence.ServiceSilent(), Remains.Unknown);

        Pass(Most - TimeSpan.FromSeconds(1));
        Apply(silent).ShouldBeOfType<Decision.Refused>();
        Pass(TimeSpan.FromSeconds(1));
        Apply(silent).About!.Conclusion.ShouldBe(Conclusion.Lost);
    }

    [Fact]
    public void The_silence_of_a_service_is_no_evidence_against_a_process()
    {
        var run = Ask(new Owner("boot", "7"));
        Pass(Most + Most);

        Apply(new Command.Expire(run.Id, run.Token, run.Counter, new Evidence.ServiceSilent(), Remains.Unknown))
            .ShouldBeOfType<Decision.Refused>();
    }

    private void Pass(TimeSpan span) => _now += span;

    private Run End(Run run, Conclusion conclusion, TimeSpan ago) =>
        Apply(new Command.End(run.Id, run.Token, conclusion) { Ago = ago }).About!;

    private Run Ask(Owner owner)
    {
        var name = $"run{++_asks:00000000000000000000000}";
        var ask = new Ask
        {
            Run = new(name),
            Request = new(name),
            Owner = owner,
            Needs = [Need.Key("k", Window)],
            Lease = Most,
        };
        return Apply(new Command.Request(ask)).About!;
    }

    private Decision Apply(Command command)
    {
        var outcome = global::Baton.Engine.Engine.Apply(_scope, [command], _now);
        _scope.Apply(outcome);
        return outcome.Decisions[0];
    }
}
