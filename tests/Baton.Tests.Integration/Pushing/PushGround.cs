using System.Security.Cryptography;
using System.Text;
using Baton.Runtime.Configuration;
using Baton.Runtime.Git;
using Baton.Runtime.Pushing;
using Baton.Runtime.Pushing.Merging;
using Baton.Tests.Integration.Git;

namespace Baton.Tests.Integration.Pushing;

/// <summary>A remote with one commit, clones of it, and the writer.</summary>
internal sealed class PushGround : IDisposable
{
    private readonly GitGround ground = new();

    public PushGround(params (string Path, string Text)[] files)
    {
        Remote = ground.Bare("remote.git");
        _ = Git(ground.Bare("x.git"), "config", "--global", "init.defaultBranch", "main");
        _ = ground.Run(GitPlace.At(Remote), "symbolic-ref", "HEAD", "refs/heads/main");
        Mine = Clone("mine");
        foreach (var (path, text) in files.Append(("base", "base\n")))
            Write(Mine, path, text);
        _ = Git(Mine, "checkout", "-q", "-B", "main");
        _ = Git(Mine, "add", "-A");
        _ = Git(Mine, "commit", "-q", "-m", "first");
        _ = Git(Mine, "push", "-q", "-u", "origin", "main");
    }

    public string Remote { get; }

    /// <summary>The clone from which is pushed.</summary>
    public string Mine { get; }

    public GitGround Ground => ground;

    public string Clone(string name, params string[] options)
    {
        _ = Git(
            ground[""],
            ["clone", "-q", .. options, "--", options.Length > 0 ? $"file://{Remote}" : Remote, ground[name]]
        );
        return ground[name];
    }

    public string Git(string folder, params string[] arguments) => ground.Run(GitPlace.In(folder), arguments);

    public static void Write(string clone, string path, string text)
    {
        var file = Path.Combine(clone, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }

    /// <summary>Somebody else changes files of the branch.</summary>
    public void Others(params (string Path, string? Text)[] files)
    {
        var clone = Clone(Guid.NewGuid().ToString("N"));
        foreach (var (path, text) in files)
            if (text is null)
                File.Delete(Path.Combine(clone, path));
            else
                Write(clone, path, text);
        _ = Git(clone, "add", "-A");
        _ = Git(clone, "commit", "-q", "-m", "others");
        _ = Git(clone, "push", "-q", "origin", "HEAD:main");
    }

    public PushReport Push(string? folder = null, Func<PushOrder, PushOrder>? with = null) =>
        PushAsync(folder ?? Mine, with ?? (order => order)).AsTask().GetAwaiter().GetResult();

    public ValueTask<PushReport> PushAsync(string folder, Func<PushOrder, PushOrder> with, string message = "change")
    {
        var writer = new PushWriter(
            ground.Git,
            GitGround.Clock,
            () => RandomNumberGenerator.GetBytes(16),
            new Silence()
        );
        var order = with(
            new PushOrder(folder, message) { Patience = new PushPatience { Base = TimeSpan.FromMilliseconds(5) } }
        );
        return writer.PushAsync(order, TestContext.Current.CancellationToken);
    }

    public static PathRules Rules(string rules)
    {
        var reading = ConfigurationReader.Read(Encoding.UTF8.GetBytes($"push: {{ rules: [ {rules} ] }}"), "baton.yml");
        return PushPresets.Rules(Assert.IsType<ConfigurationReading.Read>(reading).Configuration.Push);
    }

    /// <summary>A file as it is on the branch.</summary>
    public string There(string path, string branch = "main") =>
        Encoding.UTF8.GetString(
            ground
                .Git.Run(
                    new GitCall(GitPlace.At(Remote), "show", $"{branch}:{path}"),
                    TestContext.Current.CancellationToken
                )
                .Require()
                .Span
        );

    public string OnRemote(params string[] arguments) => ground.Run(GitPlace.At(Remote), arguments);

    /// <summary>All that a push that failed has to leave as it was.</summary>
    public string Standing(string clone) =>
        string.Join(
            '\n',
            Directory
                .EnumerateFiles(
                    clone,
                    "*",
                    new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = 0 }
                )
                .Where(file => !file.StartsWith(Path.Combine(clone, ".git"), StringComparison.Ordinal))
                .Append(Path.Combine(clone, ".git", "index"))
                .Append(Path.Combine(clone, ".git", "config"))
                .Append(Path.Combine(clone, ".git", "HEAD"))
                .Order(StringComparer.Ordinal)
                .Select(file =>
                    $"{file} {Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(file)))}"
                )
                .Append(Git(clone, "for-each-ref", "refs/heads", "refs/stash"))
        );

    public void Dispose() => ground.Dispose();

    private sealed class Silence : IPushObserver
    {
        public void Failed(int failures, string why, TimeSpan? pause) { }
    }
}
