using System.Security.Cryptography;
using Baton.Runtime.Git;
using Baton.Runtime.Stores;
using Baton.Runtime.Stores.Git;
using Baton.Tests.Integration.Git;

namespace Baton.Tests.Integration.Stores;

/// <summary>The store in a git remote does over http what every store must do.</summary>
public sealed class GitHttpConformance : StoreConformance
{
    private readonly GitGround _ground = new();
    private readonly GitHttp? _http;

    public GitHttpConformance()
    {
        _ = _ground.Bare("remote.git");
        _http = GitHttp.Serve(_ground["."]);
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        _http?.Dispose();
        _ground.Dispose();
        base.Dispose();
    }

    private protected override ValueTask<IScopeStore> OpenAsync(string scope, Retention? retention = null)
    {
        Assert.SkipWhen(_http is null, "git has no http backend here");
        var settings = new GitStoreSettings(
            _ground.Git,
            new GitRemote(_http!.Url + "/remote.git"),
            _ground["state"],
            GitGround.Clock,
            Clock,
            () => RandomNumberGenerator.GetBytes(10)
        )
        {
            Patience = TimeSpan.FromMinutes(5),
            ServerTime = ServerTime.Ignored, // time is made up here, and the server's isn't
        };
        return new(GitScope.Open(scope, retention is null ? settings : settings with { Retention = retention }));
    }
}
