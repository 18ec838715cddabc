using Baton.Tests.Integration.Git;

namespace Baton.Tests.Integration.Cli;

/// <summary>What the doctor says of a store in a git remote that doesn't do what it must.</summary>
public sealed class GitDoctorStories : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("baton-test-");
    private readonly Machine _machine = new();

    public GitDoctorStories() => Git("init", "-q", "--bare", Remote);

    private string Remote => Path.Combine(_folder.FullName, "remote.git");

    public void Dispose()
    {
        _machine.Dispose();
        _folder.Delete(true);
    }

    [Fact]
    public async Task Of_a_remote_that_does_all_it_says_that_it_was_tried_and_leaves_nothing_there()
    {
        (await DoctorAsync("git:" + Remote, 0)).ShouldContain("was tried on refs of its own");
        Git("-C", Remote, "for-each-ref").ShouldBe("");
    }

    [Fact]
    public async Task Of_no_network_it_says_that_the_remote_cannot_be_reached() =>
        (await DoctorAsync("git:http://127.0.0.1:9/acme/shop", 83)).ShouldContain("the remote can't be reached");

    [Fact]
    public async Task Of_a_wrong_password_it_says_that_the_credentials_are_not_known()
    {
        using var http = GitHttp.Serve(_folder.FullName);
        Assert.SkipWhen(http is null, "git has no http backend here");
        http!.Authorization = "Basic right";
        (await DoctorAsync($"git:{http.Url}/remote.git", 83)).ShouldContain("doesn't know these credentials");
    }

    [Fact]
    public async Task Of_a_token_that_may_only_read_it_names_forks()
    {
        using var http = GitHttp.Serve(_folder.FullName);
        Assert.SkipWhen(http is null, "git has no http backend here");
        Git("-C", Remote, "config", "http.receivepack", "false");
        var said = await DoctorAsync($"git:{http!.Url}/remote.git", 83);
        said.ShouldContain("these credentials may only read");
        said.ShouldContain("mend: A pull request from a fork gets no others");
        GitGround.Executable(Path.Combine(Remote, "hooks", "pre-receive"), "#!/bin/sh\nexit 1\n");
        (await DoctorAsync("git:" + Remote, 83)).ShouldContain("mend: Allow refs/baton/ there");
    }

    [Fact]
    public async Task Of_a_remote_that_refuses_custom_refs_it_offers_branches()
    {
        Git("-C", Remote, "config", "receive.hideRefs", "refs/baton");
        (await DoctorAsync("git:" + Remote, 83)).ShouldContain("mend: Say the store as git:REMOTE#branches");
        (await DoctorAsync($"git:{Remote}#branches", 0)).ShouldContain("was tried on refs of its own");
    }

    [Theory]
    [InlineData("packed-refs.lock")]
    [InlineData("refs/baton/v1/left.lock")]
    public async Task Of_a_lock_that_a_dead_server_left_it_names_the_file_and_who_removes_it(string path)
    {
        var lockFile = Path.Combine(Remote, path);
        Directory.CreateDirectory(Path.GetDirectoryName(lockFile)!);
        await File.WriteAllTextAsync(lockFile, "", TestContext.Current.CancellationToken);
        var said = await DoctorAsync("git:" + Remote, 83);
        said.ShouldContain("a lock file of the server is in the way");
        said.ShouldContain(path);
        said.ShouldContain("mend: git removes none that a killed server left");
    }

    [Fact]
    public async Task Where_the_refs_are_branches_it_names_the_workflows_that_they_would_start()
    {
        await _machine.Launch("git", "init", "-q", ".").End();
        var workflow = Path.Combine(_machine.Checkout, ".github", "workflows", "ci.yml");
        Directory.CreateDirectory(Path.GetDirectoryName(workflow)!);
        await File.WriteAllTextAsync(
            workflow,
            "on: push\njobs:\n  a:\n    runs-on: x\n    steps: [{ run: a }]\n",
            TestContext.Current.CancellationToken
        );
        var said = await DoctorAsync($"git:{Remote}#branches", 0);
        said.ShouldContain("push-workflows");
        said.ShouldContain(".github/workflows/ci.yml starts at pushes");
        await File.WriteAllTextAsync(
            workflow,
            "on:\n  push:\n    branches-ignore: ['baton/**']\njobs:\n  a:\n    runs-on: x\n    steps: [{ run: a }]\n",
            TestContext.Current.CancellationToken
        );
        (await DoctorAsync($"git:{Remote}#branches", 0)).ShouldContain("no workflow of this repository starts");
    }

    private async Task<string> DoctorAsync(string store, int code)
    {
        var end = await _machine.Run("doctor", "--store", store);
        end.Code.ShouldBe(code, end.Output + end.Errors);
        return end.Output + end.Errors;
    }

    private string Git(params string[] arguments)
    {
        var end = _machine.Launch("git", arguments).End().GetAwaiter().GetResult();
        end.Code.ShouldBe(0, end.Errors);
        return end.Output;
    }
}
