using System.Diagnostics;
using System.Globalization;
using Baton.Faults.Machines;

namespace Baton.Benchmarks.Peers;

/// <summary>A repository of some size, and clones of it with a change in each.</summary>
internal sealed class PushField : IDisposable
{
    private readonly string folder;
    private readonly string template;
    private readonly GitHttp? server;
    private int made;

    public PushField(string parent, int files, PushTransport transport)
    {
        folder = Directory.CreateDirectory(Path.Combine(parent, $"push-{Guid.NewGuid():N}")).FullName;
        template = Path.Combine(folder, "template");
        server = transport == PushTransport.Http ? GitHttp.Serve(folder) : null;
        Git("init", "-q", "-b", "main", template);
        for (var file = 0; file < files; file++)
            Write(template, $"d{file / 100}/f{file}.txt", $"file {file}\n");
        Git("-C", template, "add", "-A");
        Git("-C", template, "commit", "-q", "-m", "first");
    }

    /// <summary>Whether git's http backend is missing where it is needed.</summary>
    public bool IsMissing(PushTransport transport) => transport == PushTransport.Http && server is null;

    /// <summary>The variables that git needs.</summary>
    public static IReadOnlyList<string> Variables { get; } =
    [
        "GIT_AUTHOR_NAME=bench",
        "GIT_AUTHOR_EMAIL=bench@localhost",
        "GIT_COMMITTER_NAME=bench",
        "GIT_COMMITTER_EMAIL=bench@localhost",
        "GIT_CONFIG_NOSYSTEM=1",
    ];

    /// <summary>A fresh remote with clones of it.</summary>
    public (string Remote, IReadOnlyList<string> Clones) Make(int writers)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"remote{made++}");
        var remote = Path.Combine(folder, $"{name}.git");
        Git("clone", "-q", "--bare", template, remote);
        Git("-C", remote, "config", "core.logAllRefUpdates", "true");
        Git("-C", remote, "config", "http.receivepack", "true");
        Git("-C", remote, "config", "gc.auto", "0");
        var clones = new List<string>();
        for (var writer = 0; writer < writers; writer++)
        {
            var clone = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{name}-{writer}"));
            Git("clone", "-q", remote, clone);
            Git("-C", clone, "config", "gc.auto", "0");
            if (server is not null)
                Git("-C", clone, "remote", "set-url", "origin", $"{server.Url}/{name}.git");
            Change(clone, writer);
            clones.Add(clone);
        }

        return (remote, clones);
    }

    /// <summary>A change of a writer's own.</summary>
    public static void Change(string clone, int writer) =>
        Write(clone, $"data/{writer}.json", $"{{ \"id\": {writer} }}\n");

    /// <summary>Somebody else pushes.</summary>
    public void Advance(string remote, int times)
    {
        var clone = Path.Combine(folder, $"others-{Guid.NewGuid():N}");
        Git("clone", "-q", "--depth=1", "--no-checkout", $"file://{remote}", clone);
        Git("-C", clone, "reset", "-q");
        for (var i = 0; i < times; i++)
        {
            Write(clone, $"others-{Guid.NewGuid():N}", "1\n");
            Git("-C", clone, "add", "--", $"others-*");
            Git("-C", clone, "commit", "-q", "-m", "others");
        }

        Git("-C", clone, "push", "-q", "origin", "HEAD:main");
        Directory.Delete(clone, recursive: true);
    }

    /// <summary>How often the branch was moved.</summary>
    public static int Moves(string remote) =>
        File.Exists(Path.Combine(remote, "logs", "refs", "heads", "main"))
            ? File.ReadAllLines(Path.Combine(remote, "logs", "refs", "heads", "main")).Length
            : 0;

    /// <summary>The writers whose change is there.</summary>
    public static IReadOnlySet<int> There(string remote) =>
        Git("-C", remote, "ls-tree", "--name-only", "main", "data/")
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(path => int.Parse(Path.GetFileNameWithoutExtension(path), CultureInfo.InvariantCulture))
            .ToHashSet();

    public void Dispose()
    {
        server?.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    private static void Write(string clone, string path, string text)
    {
        var file = Path.Combine(clone, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }

    private static string Git(params string[] words)
    {
        var start = new ProcessStartInfo("git", words) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var variable in Variables)
            start.Environment[variable.Split('=')[0]] = variable.Split('=')[1];
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var said = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0
            ? said
            : throw new InvalidOperationException($"git {string.Join(' ', words)}: {errors.Result}");
    }
}

/// <summary>How the remote is reached.</summary>
internal enum PushTransport
{
    /// <summary>A folder of this machine.</summary>
    Local,

    /// <summary>git's http backend.</summary>
    Http,
}
