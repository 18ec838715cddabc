using Baton.Runtime.Git;

namespace Baton.Tests.Integration.Git;

public sealed class GitRemoteTests : IDisposable
{
    private readonly GitGround _ground = new();

    public void Dispose() => _ground.Dispose();

    [Fact]
    public void A_remote_is_reached_from_elsewhere_with_the_settings_of_its_clone()
    {
        var clone = _ground.Clone(_ground.Bare("r.git"), "clone");
        _ = _ground.Run(GitPlace.In(clone), "config", "--add", "http.https://forge.invalid/.extraheader", "A: secret");
        _ = _ground.Run(GitPlace.In(clone), "config", "remote.origin.uploadpack", "touch canary");
        _ = _ground.Run(GitPlace.In(clone), "config", "core.fsmonitor", "touch canary");
        var remote = Find(clone, "origin");
        remote.Url.ShouldBe(_ground["r.git"]);
        remote.Settings.ShouldHaveSingleItem().Value.ShouldBe("A: secret");
        using var scratch = ScratchRepository.Make(_ground["state"], "1", ObjectFormat.Sha1);
        _ground
            .Run(remote.From(scratch), "config", "--get-urlmatch", "http.extraheader", "https://forge.invalid/x")
            .ShouldBe("A: secret");
        _ground.Run(remote.From(scratch), "ls-remote", "--", remote.Url).ShouldBeEmpty();
    }

    [Fact]
    public void A_setting_of_the_user_counts_once()
    {
        var clone = _ground.Clone(_ground.Bare("r.git"), "clone");
        _ = _ground.Run(GitPlace.In(clone), "config", "--global", "--add", "http.extraheader", "A: 1");
        _ = _ground.Run(GitPlace.In(clone), "config", "--add", "http.extraheader", "B: 2");
        var remote = Find(clone, "origin");
        using var scratch = ScratchRepository.Make(_ground["state"], "1", ObjectFormat.Sha1);
        _ground.Run(remote.From(scratch), "config", "--get-all", "http.extraheader").ShouldBe("A: 1\nB: 2");
    }

    [Fact]
    public void The_url_for_pushing_is_the_one()
    {
        var clone = _ground.Clone(_ground.Bare("r.git"), "clone");
        _ = _ground.Run(GitPlace.In(clone), "config", "remote.origin.pushurl", "https://me:word@forge.invalid/o/n");
        var remote = Find(clone, "origin");
        remote.Url.ShouldBe("https://me:word@forge.invalid/o/n");
        remote.Shown.ShouldBe("https://***@forge.invalid/o/n");
        remote.Host.ShouldBe("forge.invalid");
    }

    [Theory]
    [InlineData("--upload-pack=touch x")]
    [InlineData("nobody")]
    [InlineData("")]
    public void What_is_no_remote_is_said(string said)
    {
        var clone = _ground.Clone(_ground.Bare("r.git"), "clone");
        Should.Throw<GitException>(() => Find(clone, said)).End.ShouldBeOfType<GitEnd.Other>();
    }

    [Theory]
    [InlineData("https://forge.invalid/o/n.git", "forge.invalid")]
    [InlineData("git@forge.invalid:o/n.git", "forge.invalid")]
    [InlineData("ssh://git@forge.invalid:22/o/n.git", "forge.invalid")]
    [InlineData("/srv/git/n.git", "")]
    public void A_url_needs_no_clone(string url, string host)
    {
        var remote = Find(_ground.Environment["HOME"], url);
        remote.Url.ShouldBe(url);
        remote.Host.ShouldBe(host);
    }

    [Fact]
    public void A_scratch_repository_of_the_dead_goes_with_the_next()
    {
        var state = _ground["state"];
        using (var first = ScratchRepository.Make(state, "1", ObjectFormat.Sha1))
        {
            var owner = Path.Combine(first.Path, "owner");
            var left = Path.Combine(state, "scratch-left");
            Directory.CreateDirectory(left);
            File.WriteAllText(Path.Combine(left, "owner"), File.ReadAllText(owner) + "9"); // another start: a dead one
            using var second = ScratchRepository.Make(state, "2", ObjectFormat.Sha256);
            Directory.Exists(first.Path).ShouldBeTrue();
            Directory.Exists(left).ShouldBeFalse();
            _ground.Run(GitPlace.At(second.Path), "rev-parse", "--show-object-format").ShouldBe("sha256");
        }
        Directory.GetDirectories(state).ShouldBeEmpty();
    }

    private GitRemote Find(string folder, string said) =>
        GitRemote.Find(_ground.Git, folder, said, TestContext.Current.CancellationToken);
}
