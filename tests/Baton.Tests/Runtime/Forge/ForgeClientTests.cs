using Baton.Engine.Runs;
using Baton.Proof.Forging;
using Baton.Runtime.Forge;

namespace Baton.Tests.Runtime.Forge;

/// <summary>The client over a real socket, against a server that has state, lags, fails and pages.</summary>
public sealed class ForgeClientTests : IDisposable
{
    private readonly FakeForge _forge = new();
    private readonly HttpMessageHandler _sockets = ForgeWorld.Sockets();
    private readonly ForgeWorld _world;

    public ForgeClientTests() => _world = new ForgeWorld(7, _forge, _sockets);

    public void Dispose()
    {
        _world.Dispose();
        _sockets.Dispose();
        _forge.Dispose();
    }

    private FakeRepository Repository => _world.Repository;

    [Fact]
    public void It_reads_what_is_there()
    {
        Repository.HasIssue(681, "audio").Push("audio/track-1");
        var number = Repository.OpenPullRequest("audio/track-1", closes: 681);
        Repository.SetRun(5, 2, "failure");

        Ask(forge => forge.BranchAsync("audio/track-1", default))!.Url.ShouldEndWith("/tree/audio/track-1");
        Ask(forge => forge.BranchAsync("audio/track-2", default)).ShouldBeNull();
        Ask(forge => forge.IssueAsync(681, default)).Labels.ShouldBe(["audio"]);
        Ask(forge => forge.PullRequestsAsync("audio/track-1", default)).Single().Number.ShouldBe(number);
        Ask(forge => forge.LinkedPullRequestsAsync(681, default)).Single().State.ShouldBe(PullRequestState.Open);
        Ask(forge => forge.RunAsync(5, 2, default))
            .ShouldBeOfType<ForgeRun.Over>()
            .Conclusion.ShouldBe(Conclusion.Failure);
    }

    [Fact]
    public void It_writes_and_a_second_time_changes_nothing()
    {
        Repository.HasIssue(681);

        for (var round = 0; round < 2; round++)
        {
            Ask(forge => forge.AddLabelAsync(681, "copilot-assigned", default)).ShouldBe(["copilot-assigned"]);
            Ask(forge => forge.AssignAsync(681, "copilot", default)).Assignees.ShouldBe(["copilot"]);
        }
        var comment = Ask(forge => forge.CommentAsync(681, "hello", default));
        Ask(forge => forge.EditCommentAsync(comment.Id, "bye", default)).Body.ShouldBe("bye");

        Repository.Deeds.Count.ShouldBe(5); // the issue, a label, an assignee, a comment, its edit
    }

    [Fact]
    public void All_pages_are_read()
    {
        Repository.HasIssue(1).PageSize = 2;
        for (var number = 0; number < 7; number++)
            Ask(forge => forge.CommentAsync(1, $"comment {number}", default));

        Ask(forge => forge.CommentsAsync(1, default)).Select(one => one.Body).Last().ShouldBe("comment 6");
        _forge.Calls.Count(call => call.StartsWith("GET", StringComparison.Ordinal)).ShouldBe(4);
    }

    [Theory]
    [InlineData(nameof(ForgeTrouble.FailsBefore))]
    [InlineData(nameof(ForgeTrouble.FailsAfter))]
    [InlineData(nameof(ForgeTrouble.HangsBefore))]
    [InlineData(nameof(ForgeTrouble.HangsAfter))]
    [InlineData(nameof(ForgeTrouble.BreaksAfter))]
    [InlineData(nameof(ForgeTrouble.Limited))]
    [InlineData(nameof(ForgeTrouble.LimitedVaguely))]
    public void What_is_harmless_is_tried_again(string trouble)
    {
        Repository.HasIssue(681);
        Once(Enum.Parse<ForgeTrouble>(trouble));

        Ask(forge => forge.AddLabelAsync(681, "audio", default)).ShouldBe(["audio"]);

        Repository.Count("label").ShouldBe(1);
    }

    [Theory]
    [InlineData(nameof(ForgeTrouble.FailsAfter))]
    [InlineData(nameof(ForgeTrouble.HangsAfter))]
    [InlineData(nameof(ForgeTrouble.BreaksAfter))]
    [InlineData(nameof(ForgeTrouble.FailsBefore))]
    [InlineData(nameof(ForgeTrouble.HangsBefore))]
    public void A_comment_that_may_be_there_is_not_written_twice(string trouble)
    {
        Repository.HasIssue(681);
        Once(Enum.Parse<ForgeTrouble>(trouble));

        Fails(forge => forge.CommentAsync(681, "hello", default)).MayHaveApplied.ShouldBeTrue();

        Repository.Count("comment").ShouldBe(trouble.EndsWith("After", StringComparison.Ordinal) ? 1 : 0);
    }

    [Fact]
    public void A_comment_that_was_certainly_not_written_says_so_and_when_to_try_again()
    {
        Repository.HasIssue(681);
        Once(ForgeTrouble.Limited);

        var limited = Fails(forge => forge.CommentAsync(681, "hello", default));

        (limited.MayHaveApplied, limited.MayPass, limited.Pause).ShouldBe((false, true, TimeSpan.FromSeconds(7)));
    }

    [Fact]
    public void Faults_are_told_apart()
    {
        Repository.HasIssue(1);
        Fails(forge => forge.IssueAsync(2, default)).Fault.ShouldBe(ForgeFault.NotFound);
        Repository.Trouble = (_, _) => ForgeTrouble.Forbids;
        var forbidden = Fails(forge => forge.AddLabelAsync(1, "a", default));
        (forbidden.Fault, forbidden.Message.Contains("issues: write", StringComparison.Ordinal)).ShouldBe(
            (ForgeFault.Forbidden, true)
        );
        Repository.Trouble = (_, _) => ForgeTrouble.FailsBefore;
        Fails(forge => forge.IssueAsync(1, default)).Fault.ShouldBe(ForgeFault.Failing);
        Repository.Trouble = (_, _) => ForgeTrouble.HangsBefore;
        Fails(forge => forge.IssueAsync(1, default)).Fault.ShouldBe(ForgeFault.TimedOut);
        Repository.Trouble = (_, _) => ForgeTrouble.LimitedVaguely;
        Fails(forge => forge.IssueAsync(1, default)).Fault.ShouldBe(ForgeFault.RateLimited);
    }

    [Fact]
    public void A_run_that_is_over_already_counts_as_cancelled()
    {
        Repository.SetRun(9, 1, null);

        for (var round = 0; round < 2; round++)
            Ask(forge => CancelAsync(forge, 9)).ShouldBeTrue();

        Repository.Count("run 9 cancelled").ShouldBe(1);
    }

    [Fact]
    public void How_long_ago_a_run_ended_is_told_by_the_services_own_clock()
    {
        Repository.SetRun(9, 1, "success");
        _world.World.Schedule.After(TimeSpan.FromMinutes(3), null, () => { });
        _world.Until(() => Repository.Time >= TimeSpan.FromMinutes(3));

        var over = Ask(forge => forge.RunAsync(9, 1, default)).ShouldBeOfType<ForgeRun.Over>();

        over.Conclusion.ShouldBe(Conclusion.Success);
        over.Ago.ShouldBeInRange(TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(4));
    }

    private static async ValueTask<bool> CancelAsync(ForgeClient forge, long run)
    {
        await forge.CancelRunAsync(run, default);
        return true;
    }

    private void Once(ForgeTrouble trouble)
    {
        var isOver = false;
        Repository.Trouble = (_, _) => isOver ? ForgeTrouble.None : Come(trouble);

        ForgeTrouble Come(ForgeTrouble what)
        {
            isOver = true;
            return what;
        }
    }

    private T Ask<T>(Func<ForgeClient, ValueTask<T>> deed)
    {
        var process = _world.Start();
        using var forge = _world.Client(process);
        return _world.Finish(deed(forge));
    }

    private ForgeException Fails<T>(Func<ForgeClient, ValueTask<T>> deed) =>
        Should.Throw<ForgeException>(() => Ask(deed));
}
