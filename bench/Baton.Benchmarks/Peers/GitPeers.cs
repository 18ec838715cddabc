using System.Diagnostics;
using System.Globalization;
using Baton.Faults.Machines;

namespace Baton.Benchmarks.Peers;

/// <summary>
/// A git remote, as a folder and over git's own http backend, and two who use it: Baton with its store there, and a lock
/// that is a branch, which each contender tries to make until it succeeds.
/// </summary>
internal sealed class GitPeers : IDisposable
{
    // What workflows do that lock by a branch: a commit of one's own, a push that must make the branch, and again after
    // 0.1 s. Nothing finds out a dead one, and nobody is served in order.
    private const string Polling = """
        remote=$1; ref=refs/heads/lock/$2; shift 2
        export GIT_AUTHOR_NAME=b GIT_AUTHOR_EMAIL=b@localhost GIT_COMMITTER_NAME=b GIT_COMMITTER_EMAIL=b@localhost
        folder=$(mktemp -d) || exit 70
        export GIT_DIR=$folder/clone
        git init -q --bare "$GIT_DIR"
        tree=$(git hash-object -t tree -w /dev/null)
        mine=$(echo "$$ $(date +%N)" | git commit-tree "$tree")
        until git push -q --force-with-lease="$ref:" "$remote" "$mine:$ref" 2>/dev/null; do sleep 0.1; done
        "$@"; code=$?
        until git push -q "$remote" ":$ref" 2>/dev/null; do sleep 0.1; done
        rm -rf "$folder"
        exit $code
        """;

    private readonly string _remote;
    private readonly GitHttp? _http;

    /// <summary>Makes the remote.</summary>
    public GitPeers(string folder)
    {
        _remote = Path.Combine(folder, "bench.git");
        using (var made = Process.Start("git", ["init", "-q", "--bare", "--", _remote]))
            made.WaitForExit();
        File.AppendAllText(Path.Combine(_remote, "config"), "[http]\n\treceivepack = true\n[gc]\n\tauto = 0\n");
        _http = GitHttp.Serve(folder);
    }

    /// <summary>Who is measured.</summary>
    public IReadOnlyList<Peer> All(Peer program) =>
        [
            Baton("baton, git folder", program, _remote),
            Branch("lock branch, folder", _remote),
            Baton("baton, git http", program, Url),
            Branch("lock branch, http", Url),
        ];

    /// <inheritdoc/>
    public void Dispose() => _http?.Dispose();

    private string? Url => _http is null ? null : string.Create(CultureInfo.InvariantCulture, $"{_http.Url}/bench.git");

    private static Peer Baton(string name, Peer program, string? remote) =>
        new(
            name,
            remote is null
                ? null
                : (group, command) => ["/usr/bin/env", $"BATON_STORE=git:{remote}", .. program.Holding(group, command)]
        )
        {
            Absent = "git has no http backend here",
        };

    private static Peer Branch(string name, string? remote) =>
        new(
            name,
            remote is null ? null : (group, command) => ["/bin/sh", "-c", Polling, "sh", remote, group, .. command]
        )
        {
            Absent = "git has no http backend here",
        };
}
