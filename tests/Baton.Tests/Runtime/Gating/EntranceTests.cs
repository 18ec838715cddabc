using Baton.Engine.Commands;
using Baton.Engine.Resources;
using Baton.Engine.Runs;
using Baton.Proof.Forging;
using Baton.Proof.Simulating;
using Baton.Runtime.Configuration;
using Baton.Runtime.Gating;
using Baton.Runtime.Gating.Checks;
using Baton.Runtime.Gating.Marks;

namespace Baton.Tests.Runtime.Gating;

/// <summary>What is looked for and put once a run was granted.</summary>
public sealed class EntranceTests : IDisposable
{
    private const long Issue = 681;

    private readonly FakeForge _forge = new();
    private readonly HttpMessageHandler _sockets = ForgeWorld.Sockets();
    private readonly ForgeWorld _world;

    public EntranceTests()
    {
        _world = new ForgeWorld(3, _forge, _sockets);
        _world.Repository.HasIssue(Issue);
    }

    public void Dispose()
    {
        _world.Dispose();
        _sockets.Dispose();
        _forge.Dispose();
    }

    private FakeRepository Repository => _world.Repository;

    [Fact]
    public void Where_nothing_is_it_goes_on() =>
        Pass([new(CheckKind.Branch, "b"), new(CheckKind.Label, "l"), new(CheckKind.Comment, "done")])
            .ShouldBeOfType<Passed.On>();

    [Fact]
    public void A_branch_without_its_pull_request_is_resumed_and_one_with_it_is_not_needed()
    {
        Repository.Push("audio/track-681");
        Pass([new(CheckKind.Branch, "audio/track-681")]).ShouldBeOfType<Passed.Resumed>().Url.ShouldNotBeNull();

        var number = Repository.OpenPullRequest("audio/track-681");

        Pass([new(CheckKind.Branch, "audio/track-681")])
            .ShouldBeOfType<Passed.NotNeeded>()
            .Url.ShouldEndWith($"/pull/{number}");
    }

    [Fact]
    public void What_the_run_before_has_done_is_waited_for_until_it_must_be_seen()
    {
        Repository.Push("audio/track-681"); // and then it was killed
        End(Grant("same"), Conclusion.Failure);
        var before = Repository.Time;

        Pass(Grant("same"), [new(CheckKind.Branch, "audio/track-681")], []).ShouldBeOfType<Passed.Resumed>();

        (Repository.Time - before).ShouldBeInRange(TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(6));
    }

    [Theory]
    [InlineData(CheckKind.Label, "AUDIO")]
    [InlineData(CheckKind.Assignee, "any")]
    [InlineData(CheckKind.Assignee, "octocat")]
    [InlineData(CheckKind.Comment, "is done")]
    [InlineData(CheckKind.PullRequest, "linked")]
    [InlineData(CheckKind.PullRequest, "b")]
    public void What_others_have_put_says_that_the_work_is_done(CheckKind kind, string value)
    {
        Repository.Do(
            "others",
            state =>
                state.With(
                    state.Issues[Issue] with
                    {
                        Labels = ["audio"],
                        Assignees = ["octocat"],
                        Comments = [new(1, "ann", "It is done.")],
                    }
                )
        );
        Repository.OpenPullRequest("b", closes: Issue);

        var run = Grant();
        Pass(run, [new(kind, value)], []).ShouldBeOfType<Passed.NotNeeded>();

        _world.World.Ledger.Scope.Run(run.Id)!.Conclusion.ShouldBe(Conclusion.Cancelled);
        Grant().State.ShouldBe(RunState.Running); // nothing of it stays
    }

    [Theory]
    [InlineData(Conclusion.Failure, true)]
    [InlineData(Conclusion.Cancelled, true)]
    [InlineData(Conclusion.Success, false)]
    public void Our_own_label_counts_only_if_its_run_has_succeeded(Conclusion conclusion, bool goesOn)
    {
        var first = Grant();
        Pass(first, [], [new(MarkKind.Label, "taken"), new(MarkKind.Assignee, "octocat"), new(MarkKind.Comment, "")])
            .Troubles.ShouldBeEmpty();
        End(first, conclusion);

        foreach (
            var check in (Check[])
                [new(CheckKind.Label, "taken"), new(CheckKind.Assignee, "any"), new(CheckKind.Comment, "works on")]
        )
            (Pass([check]) is Passed.On).ShouldBe(goesOn, check.ToString());
    }

    [Fact]
    public void One_comment_is_edited_by_every_later_run()
    {
        Mark[] marks = [new(MarkKind.Comment, "An agent, @everybody")];
        for (var round = 0; round < 3; round++)
        {
            var run = Grant();
            Pass(run, [], marks).Troubles.ShouldBeEmpty();
            End(run, Conclusion.Failure);
        }

        Repository.Count("comment on").ShouldBe(1);
        Repository.Count("edit of comment").ShouldBe(2);
        Repository.Now.Issues[Issue].Comments.Single().Body.ShouldNotContain("@everybody"); // nobody is called
    }

    [Fact]
    public void A_strangers_comment_with_our_mark_is_left_alone()
    {
        var forged = OwnComment.Marker(Issue, new(_world.FreshId())) + "\nmine";
        Repository.Do(
            "forged",
            state => state.With(state.Issues[Issue] with { Comments = [new(1, "mallory", forged)] })
        );

        Pass(Grant(), [], [new(MarkKind.Comment, "")]).Troubles.ShouldBeEmpty();

        var comments = Repository.Now.Issues[Issue].Comments;
        (comments.Count, comments[0].Body).ShouldBe((2, forged));
    }

    [Fact]
    public void What_can_not_be_put_is_told_and_the_run_goes_on()
    {
        Repository.Trouble = (_, path) =>
            path.EndsWith("/labels", StringComparison.Ordinal) ? ForgeTrouble.Forbids : ForgeTrouble.None;

        var passed = Pass(
            Grant(),
            [],
            [new(MarkKind.Label, "taken"), new(MarkKind.Assignee, "nobody-here"), new(MarkKind.Comment, "")]
        );

        passed.ShouldBeOfType<Passed.On>();
        passed.Troubles.Count.ShouldBe(2);
        Repository.Count("comment on").ShouldBe(1);
    }

    [Theory]
    [InlineData(OnUnavailable.Fail)]
    [InlineData(OnUnavailable.Proceed)]
    public void Where_nobody_can_say_what_is_done_the_settings_decide(OnUnavailable choice)
    {
        Repository.Trouble = (_, _) => ForgeTrouble.FailsBefore;
        var run = Grant();

        var passed = Pass(run, [new(CheckKind.Label, "x")], [], choice);

        if (choice == OnUnavailable.Proceed)
            passed.ShouldBeOfType<Passed.On>().Troubles.ShouldHaveSingleItem();
        else
            passed.ShouldBeOfType<Passed.Unanswered>();
        (_world.World.Ledger.Scope.Run(run.Id)!.IsLive).ShouldBe(choice == OnUnavailable.Proceed);
    }

    private Passed Pass(IReadOnlyList<Check> checks) => Pass(Grant(), checks, []);

    private Passed Pass(
        Run run,
        IReadOnlyList<Check> checks,
        IReadOnlyList<Mark> marks,
        OnUnavailable onUnavailable = OnUnavailable.Fail
    )
    {
        var process = _world.Start();
        using var forge = _world.Client(process);
        var wishes = new EntranceWishes
        {
            Checks = checks,
            Marks = marks,
            Issue = Issue,
            OnUnavailable = onUnavailable,
        };
        var entrance = new Entrance(wishes, forge, _world.Store(process), _world.Around(process))
        {
            FreshId = _world.FreshId,
            Ended = _ => new([.. _world.World.Ledger.Scope.Runs.Where(ended => !ended.IsLive)]),
        };
        var passed = _world.Finish(entrance.PassAsync(run, default));
        if (
            _world.World.Ledger.Scope.Run(run.Id) is { IsLive: true }
            && checks.Count > 0
            && onUnavailable == OnUnavailable.Fail
        )
            End(run, Conclusion.Success);
        return passed;
    }

    // Each asks for a key of its own: who holds what is not what is tested here.
    private Run Grant(string? key = null)
    {
        var process = _world.Start();
        var ask = _world.AskOf(process, [Need.Key(key ?? "k-" + _world.FreshId())]);
        return Apply(process, new Command.Request(ask));
    }

    private void End(Run run, Conclusion conclusion) =>
        Apply(_world.Start(), new Command.End(run.Id, run.Token, conclusion));

    private Run Apply(SimulatedProcess process, Command command) =>
        _world.Finish(_world.Store(process).ApplyAsync([command], default)).Decisions[0].About!;
}
