using System.Security.Cryptography;
using Baton.Runtime.Git;
using Baton.Runtime.Kernel;
using Baton.Runtime.Stores;
using Baton.Runtime.Stores.Git;

namespace Baton.Proof.Conforming;

/// <summary>A git remote: a bare repository in a folder of its own.</summary>
internal sealed class GitUnderTest : IStoreUnderTest
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("baton-conformance-");
    private readonly GitProgram _git;
    private readonly BootClock _clock;

    /// <summary>Makes the repository.</summary>
    public GitUnderTest(TimeProvider time)
    {
        _clock = new BootClock(time);
        _git = new GitProgram(
            new Dictionary<string, string>(StringComparer.Ordinal) { ["GIT_CONFIG_NOSYSTEM"] = "1" },
            _clock
        );
        _ = _git.Run(
                new GitCall(GitPlace.In(_folder.FullName), "init", "--quiet", "--bare", "--", Remote),
                CancellationToken.None
            )
            .Require();
    }

    /// <inheritdoc/>
    public string Name => "git";

    private string Remote => Path.Combine(_folder.FullName, "remote.git");

    /// <inheritdoc/>
    public ValueTask<ITendedScope> OpenAsync(string scope, CancellationToken cancellation) =>
        new(
            GitScope.Open(
                scope,
                new GitStoreSettings(
                    _git,
                    new GitRemote(Remote),
                    Path.Combine(_folder.FullName, "state"),
                    _clock,
                    new MachineClock(_clock),
                    () => RandomNumberGenerator.GetBytes(10)
                )
                {
                    Patience = TimeSpan.FromMinutes(5),
                }
            )
        );

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        _folder.Delete(true);
        return ValueTask.CompletedTask;
    }
}
