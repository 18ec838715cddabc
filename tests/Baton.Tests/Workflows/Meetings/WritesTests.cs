using Baton.Workflows.Resources;
using static Baton.Tests.Workflows.Meetings.Sets;

namespace Baton.Tests.Workflows.Meetings;

/// <summary>Steps that write to shared things.</summary>
public sealed class WritesTests
{
    [Theory]
    [InlineData("git push", null, false, false)]
    [InlineData("git push origin main", "main", false, false)]
    [InlineData("git push origin HEAD:refs/heads/gh-pages --force", "gh-pages", true, false)]
    [InlineData("git push origin HEAD:${{ github.ref }} || true", null, false, true)]
    [InlineData("git -c x=y push -f origin \"$BRANCH\"", null, true, false)]
    [InlineData("git push --force-with-lease origin main", "main", false, false)]
    [InlineData("git push || (echo no; exit 1)", null, false, false)]
    [InlineData("git push || { echo no; exit 1; }", null, false, false)]
    public void A_push_is_understood(string command, string? branch, bool forced, bool swallowed)
    {
        var push = GitPush.In(command).ShouldHaveSingleItem();
        (push.Branch, push.IsForced, push.IsSwallowed).ShouldBe((branch, forced, swallowed));
    }

    [Theory]
    [InlineData("git push --tags")]
    [InlineData("git push origin --delete old")]
    [InlineData("git push origin :old")]
    [InlineData("git push --dry-run origin main")]
    public void Not_every_push_writes_a_branch(string command) =>
        GitPush.In(command).ShouldHaveSingleItem().IsOfNoBranch.ShouldBeTrue();

    [Theory]
    [InlineData("# git push")]
    [InlineData("echo pushed")]
    [InlineData("legit pushing")]
    public void What_is_no_push_is_none(string command) => GitPush.In(command).ShouldBeEmpty();

    [Theory]
    [InlineData("run: gh pr create --fill", "PullRequest")]
    [InlineData("run: npm publish", "Package")]
    [InlineData("run: npm publish --dry-run", "")]
    [InlineData("run: terraform -chdir=infra apply -auto-approve", "Infrastructure")]
    [InlineData("uses: actions/deploy-pages@v4", "Pages")]
    [InlineData("uses: softprops/action-gh-release@v2", "Release")]
    [InlineData("run: gh issue edit 1 --add-label x --add-assignee y", "Labels Assignees")]
    [InlineData("run: git push origin main", "Branch")]
    [InlineData("run: cat publish.md", "")]
    public void A_step_writes_what_it_writes(string step, string kinds)
    {
        var job = Of($"on: push\njobs:\n  a:\n    runs-on: x\n    steps:\n      - {step}\n").Workflows[0].Jobs[0];
        string.Join(' ', Writes.Of(job).Select(write => write.Kind)).ShouldBe(kinds);
    }
}
