using System.Globalization;

namespace Baton.Tests.Integration.Pushing;

/// <summary>The real program, killed with -9 at each of its calls of git; then the same command once more.</summary>
public sealed class PushKillTests : IDisposable
{
    // More calls than a push has.
    private const int Most = 60;

    private readonly Machine machine = new();
    private readonly PushGround ground = new(("a", "1\n"), ("b", "1\n"));

    public void Dispose()
    {
        machine.Dispose();
        ground.Dispose();
    }

    [Fact]
    public async Task Wherever_it_is_killed_nothing_of_the_users_changes_and_a_second_try_succeeds_once()
    {
        Prepare();
        for (var at = 1; ; at++)
        {
            Assert.True(at < Most, "a push calls git more often than was thought");
            var branch = $"b{at}";
            var clone = Clone(branch);
            var before = ground.Standing(clone);
            var killed = await Push(branch, at);
            if (!IsThere(branch))
                Assert.Equal(before, ground.Standing(clone));
            Assert.Equal("mine\n", File.ReadAllText(Path.Combine(clone, "a")));
            if (killed.Code == 0)
                break;

            var again = await Push(branch, 0);

            Assert.True(again.Code == 0, $"killed at call {at}: {again.Code} {again.Output} {again.Errors}");
            Assert.Equal(
                "first|others|change",
                string.Join('|', ground.OnRemote("log", "--reverse", "--format=%s", branch).Split('\n'))
            );
            Assert.Equal(("mine\n", "others\n"), (ground.There("a", branch), ground.There("b", branch)));
            Assert.Equal("", ground.Git(clone, "status", "--porcelain"));
            Assert.Equal(ground.OnRemote("rev-parse", branch), ground.Git(clone, "rev-parse", "HEAD"));
        }
    }

    // A git that counts its calls, and kills who calls it at the one that is said.
    private void Prepare()
    {
        PushRemoteTests.Impostor(
            ground,
            "n=$(($(cat \"$COUNT\") + 1)); echo $n > \"$COUNT\"; if [ $n = \"$KILL_AT\" ]; then kill -9 $PPID; exit 1; fi"
        );
        machine.Variables["PATH"] = ground.Ground.Environment["PATH"];
        ground.Ground.Environment["PATH"] = Environment.GetEnvironmentVariable("PATH")!;
        foreach (var (name, value) in ground.Ground.Environment.Where(one => one.Key != "PATH"))
            machine.Variables[name] = value;
        machine.Variables["COUNT"] = machine.At("count");
    }

    // The branch of this round: somebody else pushed to it since it was cloned.
    private string Clone(string branch)
    {
        _ = ground.OnRemote("branch", branch, "main~0");
        if (Directory.Exists(machine.Checkout))
            Directory.Delete(machine.Checkout, recursive: true);
        _ = ground.Git(ground.Ground[""], "clone", "-q", "-b", branch, "--", ground.Remote, machine.Checkout);
        PushGround.Write(ground.Mine, "b", "others\n");
        _ = ground.Git(ground.Mine, "checkout", "-q", "--detach", "origin/main");
        PushGround.Write(ground.Mine, "b", "others\n");
        _ = ground.Git(ground.Mine, "commit", "-q", "-a", "-m", "others");
        _ = ground.Git(ground.Mine, "push", "-q", "origin", $"HEAD:refs/heads/{branch}");
        PushGround.Write(machine.Checkout, "a", "mine\n");
        _ = ground.Git(machine.Checkout, "stash", "push", "-q");
        _ = ground.Git(machine.Checkout, "stash", "apply", "-q");
        return machine.Checkout;
    }

    private bool IsThere(string branch) => ground.OnRemote("log", "-1", "--format=%s", branch) == "change";

    private async Task<Ended> Push(string branch, int at)
    {
        await File.WriteAllTextAsync(machine.Variables["COUNT"], "0\n", TestContext.Current.CancellationToken);
        machine.Variables["KILL_AT"] = at.ToString(CultureInfo.InvariantCulture);
        return await machine.Run("push", "-m", "change", "--branch", branch);
    }
}
