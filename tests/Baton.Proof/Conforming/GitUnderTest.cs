using System.Security.Cryptography;
using Baton.Faults.Machines;
using Baton.Runtime.Git;
using Baton.Runtime.Kernel;
using Baton.Runtime.Stores;
using Baton.Runtime.Stores.Git;

namespace Baton.Proof.Conforming;

/// <summary>A git remote: a bare repository in a folder of its own, reached as a folder or over http.</summary>
internal sealed class GitUnderTest : IStoreUnderTest
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("baton-conformance-");
    private readonly GitProgram _git;
    private readonly BootClock _clock;

    private readonly GitHttp? _http;
    private readonly GitWay _way;

    /// <summary>Makes the repository.</summary>
    public GitUnderTest(TimeProvider time, GitWay way = GitWay.Folder)
    {
        _way = way;
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
        // Nobody is known to this server, and git's lets nobody push whom it doesn't know.
        File.AppendAllText(Path.Combine(Remote, "config"), "[http]\n\treceivepack = true\n");
        if (way == GitWay.Http)
            _http = GitHttp.Serve(_folder.FullName);
    }

    /// <inheritdoc/>
    public string Name => _way == GitWay.Http ? "git-http" : "git";

    /// <inheritdoc/>
    public string? Missing => _way == GitWay.Http && _http is null ? "git has no http backend here" : null;

    private string Remote => Path.Combine(_folder.FullName, "remote.git");

    private string Url => _http is null ? Remote : _http.Url + "/remote.git";

    /// <inheritdoc/>
    public ValueTask<ITendedScope> OpenAsync(string scope, CancellationToken cancellation) =>
        new(
            GitScope.Open(
                scope,
                new GitStoreSettings(
                    _git,
                    new GitRemote(Url),
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
        _http?.Dispose();
        _folder.Delete(true);
        return ValueTask.CompletedTask;
    }
}
