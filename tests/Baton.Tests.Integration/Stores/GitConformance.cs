using System.Security.Cryptography;
using Baton.Runtime.Git;
using Baton.Runtime.Stores;
using Baton.Runtime.Stores.Git;
using Baton.Tests.Integration.Git;

namespace Baton.Tests.Integration.Stores;

/// <summary>The store in a git remote does what every store must do.</summary>
public sealed class GitConformance : StoreConformance
{
    private readonly GitGround _ground = new();

    /// <inheritdoc/>
    public override void Dispose()
    {
        _ground.Dispose();
        base.Dispose();
    }

    private protected override ValueTask<IScopeStore> OpenAsync(string scope, Retention? retention = null)
    {
        var remote = _ground["remote.git"];
        lock (_ground)
            if (!Directory.Exists(remote))
                _ = _ground.Bare("remote.git");
        var settings = new GitStoreSettings(
            _ground.Git,
            new GitRemote(remote),
            _ground["state"],
            GitGround.Clock,
            Clock,
            () => RandomNumberGenerator.GetBytes(10)
        )
        {
            Patience = TimeSpan.FromMinutes(5),
        };
        return new(GitScope.Open(scope, retention is null ? settings : settings with { Retention = retention }));
    }
}
