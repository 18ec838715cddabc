using Baton.Engine;
using Baton.Engine.Commands;
using Baton.Engine.Resources;
using Baton.Engine.Runs;
using Baton.Engine.Views;

namespace Baton.Tests.Engine.Tables;

/// <summary>What a scope in memory forgets, and what it doesn't.</summary>
public sealed class MemoryScopeTests
{
    private readonly MemoryScope _scope = new();

    [Fact]
    public void An_ended_run_is_forgotten_with_its_request_and_only_once()
    {
        var run = Asked("r", Need.Group("g"));
        _scope.Forget(run.Id).ShouldBeFalse("it lives");
        End(run);
        _scope.Forget(run.Id).ShouldBeTrue();
        _scope.Forget(run.Id).ShouldBeFalse();
        _scope.Run(run.Id).ShouldBeNull();
        _scope.RunOf(run.Ask.Request).ShouldBeNull();
        _scope.Runs.ShouldBeEmpty();
    }

    [Fact]
    public void A_run_whose_window_lasts_is_kept_and_its_key_stays_taken()
    {
        var run = Asked("r", Need.Key("k", TimeSpan.FromHours(1)));
        End(run);
        _scope.Forget(run.Id).ShouldBeFalse();
        Asked("again", Need.Key("k", TimeSpan.FromHours(1))).Conclusion.ShouldBe(Conclusion.Duplicate);
    }

    private Run Asked(string name, Need need) =>
        Do(
            new Command.Request(
                new Ask
                {
                    Run = new RunId(name),
                    Request = new RequestId(name),
                    Owner = Owner.Unknown,
                    Needs = [need],
                }
            )
        ).About!;

    private void End(Run run) => Do(new Command.End(run.Id, run.Token, Conclusion.Success));

    private Decision Do(Command command)
    {
        var outcome = Baton.Engine.Engine.Apply(_scope, [command], Instant.Zero);
        _scope.Apply(outcome);
        return outcome.Decisions[0];
    }
}
