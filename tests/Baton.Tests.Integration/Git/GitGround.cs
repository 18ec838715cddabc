using System.Text;
using Baton.Runtime.Git;
using Baton.Runtime.Kernel;
using Baton.Tests.Integration.Support;

namespace Baton.Tests.Integration.Git;

/// <summary>Real repositories in a folder of the test's own, with no settings of the machine's.</summary>
internal sealed class GitGround : IDisposable
{
    private readonly TestFolder _folder = new();

    public GitGround()
    {
        Environment["HOME"] = _folder["home"];
        Environment["GIT_CONFIG_NOSYSTEM"] = "1";
        Environment["GIT_AUTHOR_NAME"] = Environment["GIT_COMMITTER_NAME"] = "Test";
        Environment["GIT_AUTHOR_EMAIL"] = Environment["GIT_COMMITTER_EMAIL"] = "test@localhost";
        Directory.CreateDirectory(Environment["HOME"]);
    }

    public static BootClock Clock { get; } = new(TimeProvider.System);

    public string this[string name] => _folder[name];

    public Dictionary<string, string> Environment { get; } =
        new(StringComparer.Ordinal) { ["PATH"] = System.Environment.GetEnvironmentVariable("PATH") ?? "/usr/bin:/bin" };

    public GitProgram Git => new(Environment, Clock);

    public string Bare(string name)
    {
        _ = Run(GitPlace.In(_folder.Path), "init", "-q", "--bare", "--", this[name]);
        return this[name];
    }

    /// <summary>A clone of a repository with one commit on its branch <c>main</c>.</summary>
    public string Clone(string remote, string name)
    {
        _ = Run(GitPlace.In(_folder.Path), "clone", "-q", "--", remote, this[name]);
        return this[name];
    }

    public void Commit(string clone, string file, string text)
    {
        File.WriteAllText(Path.Combine(clone, file), text);
        _ = Run(GitPlace.In(clone), "checkout", "-q", "-B", "main");
        _ = Run(GitPlace.In(clone), "add", "--", file);
        _ = Run(GitPlace.In(clone), "commit", "-q", "-m", file);
    }

    public string Run(GitPlace place, params IReadOnlyList<string> arguments) =>
        Encoding
            .UTF8.GetString(
                Git.Run(
                        new GitCall(place, arguments) { Deadline = TimeSpan.FromMinutes(2) },
                        TestContext.Current.CancellationToken
                    )
                    .Require()
                    .Span
            )
            .Trim();

    public GitEnd Try(GitPlace place, params IReadOnlyList<string> arguments) =>
        Git.Run(
            new GitCall(place, arguments) { Deadline = TimeSpan.FromMinutes(2) },
            TestContext.Current.CancellationToken
        );

    public static void Executable(string path, string script)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, script);
        if (OperatingSystem.IsWindows())
            throw new PlatformNotSupportedException("Windows has no such modes.");
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    public void Dispose() => _folder.Dispose();
}
