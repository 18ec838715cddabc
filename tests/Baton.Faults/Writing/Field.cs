using System.Diagnostics;
using System.Globalization;
using Baton.Faults.Machines;

namespace Baton.Faults.Writing;

/// <summary>A remote, and a clone for each writer with its record in it.</summary>
internal sealed class Field : IDisposable
{
    private const string Settings = """
        push:
          backoff: { base: 50ms, max: 2s }
          rules:
            - { paths: [data.json], resolve: json, lists: { items: { by: id } }, keys: { total: { count-of: items }, last_updated: newest } }
            - { paths: [data.csv], resolve: csv, by: id }
        """;

    // Counts the calls of git, and kills who calls it at the one that is said.
    private const string Counting = """
        #!/bin/sh
        if [ -n "$KILL_AT" ]; then
          n=$(($(cat "$COUNT" 2>/dev/null || echo 0) + 1)); echo $n >"$COUNT"
          if [ $n = "$KILL_AT" ]; then kill -9 $PPID; exit 1; fi
        fi
        exec GIT "$@"
        """;

    // git's server; one in eight is killed after a few milliseconds, whatever it is at. It leaves lock files, which git
    // never clears away: who runs such a server does, when they are old.
    private const string Server = """
        #!/bin/sh
        [ -e "HEALED" ] && exec GIT receive-pack "$@"
        find "REMOTE" -name '*.lock' -mmin +0.2 -delete 2>/dev/null
        exec 3<&0
        GIT receive-pack "$@" <&3 & pid=$!
        chance=$(od -An -N2 -tu2 /dev/urandom | tr -d ' ')
        if [ $((chance % 8)) = 0 ]; then sleep 0.0$((chance % 90)); kill -9 $pid; fi
        wait $pid
        """;

    private readonly Machine machine = new();
    private readonly string git = (Environment.GetEnvironmentVariable("PATH") ?? "/usr/bin:/bin")
        .Split(':')
        .Select(folder => Path.Combine(folder, "git"))
        .First(File.Exists);

    public Field(WritersHarm harm)
    {
        foreach (var who in new[] { "AUTHOR", "COMMITTER" })
            (machine.Variables[$"GIT_{who}_NAME"], machine.Variables[$"GIT_{who}_EMAIL"]) = ("Test", "test@localhost");
        machine.Variables["GIT_CONFIG_NOSYSTEM"] = "1";
        machine.Variables["BATON_SCOPE"] = "acme/data";
        Git("init", "-q", "--bare", Remote);
        Git("-C", Remote, "symbolic-ref", "HEAD", "refs/heads/main");
        Git("-C", Remote, "config", "core.logAllRefUpdates", "true");
        var first = machine.At("first");
        Git("clone", "-q", Remote, first);
        Git("-C", first, "checkout", "-q", "-B", "main");
        Write(first, "baton.yml", Settings);
        Write(
            first,
            "data.json",
            "{\n  \"items\": [],\n  \"total\": 0,\n  \"last_updated\": \"2026-01-01T00:00:00Z\"\n}\n"
        );
        Write(first, "data.csv", "id,what\n");
        Git("-C", first, "add", "-A");
        Git("-C", first, "commit", "-q", "-m", "first");
        Git("-C", first, "push", "-q", "origin", "main");
        Script("bin/git", Counting);
        Script("server", Server);
        machine.Variables["PATH"] = $"{machine.At("bin")}:{machine.Variables["PATH"]}";
        if (harm == WritersHarm.None)
            Heal();
    }

    /// <summary>The remote.</summary>
    public string Remote => machine.At("remote.git");

    /// <summary>Makes a writer's clone with its record.</summary>
    public void Clone(int id)
    {
        var clone = At(id);
        Git("clone", "-q", Remote, clone);
        Git("-C", clone, "config", "remote.origin.receivepack", machine.At("server"));
        var (minute, second) = (id / 60, id % 60);
        Write(
            clone,
            "data.json",
            string.Create(
                CultureInfo.InvariantCulture,
                $"{{\n  \"items\": [\n    {{ \"id\": {id} }}\n  ],\n  \"total\": 1,\n  \"last_updated\": \"2026-01-01T00:{minute:00}:{second:00}Z\"\n}}\n"
            )
        );
        Write(clone, "data.csv", $"id,what\n{id},x\n");
    }

    /// <summary>Somebody else pushes.</summary>
    public void Advance()
    {
        var first = machine.At("first");
        Write(first, "others", "1\n");
        Git("-C", first, "add", "-A");
        Git("-C", first, "commit", "-q", "-m", "others");
        Git("-C", first, "push", "-q", "origin", "main");
    }

    /// <summary>Nobody is killed from now on, and whoever runs the server has cleared up.</summary>
    public void Heal()
    {
        File.WriteAllText(machine.At("healed"), "");
        foreach (var held in Directory.GetFiles(Remote, "*.lock", SearchOption.AllDirectories))
            File.Delete(held);
    }

    /// <summary>Runs the program in a writer's clone.</summary>
    public async Task<Ended> StartAsync(int id, int killAt, string[] words)
    {
        var variables = new Dictionary<string, string>
        {
            ["KILL_AT"] = killAt > 0 ? killAt.ToString(CultureInfo.InvariantCulture) : "",
            ["COUNT"] = machine.At($"count{id}"),
        };
        return await machine.StartIn(At(id), variables, words).End(TimeSpan.FromMinutes(40));
    }

    /// <summary>How often the branch was moved since somebody else did.</summary>
    public int Moves() => File.ReadAllLines(Path.Combine(Remote, "logs", "refs", "heads", "main")).Length - 2;

    /// <summary>What git says of the remote.</summary>
    public string OnRemote(params string[] words)
    {
        var start = new ProcessStartInfo(git, ["-C", Remote, .. words])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var said = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return said.Trim() + errors.Result.Trim();
    }

    public void Dispose() => machine.Dispose();

    private string At(int id) => machine.At(string.Create(CultureInfo.InvariantCulture, $"w{id}"));

    private static void Write(string clone, string path, string text) =>
        File.WriteAllText(Path.Combine(clone, path), text);

    private void Script(string name, string text)
    {
        var path = machine.At(name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var filled = text.Replace("GIT", git, StringComparison.Ordinal)
            .Replace("HEALED", machine.At("healed"), StringComparison.Ordinal)
            .Replace("REMOTE", Remote, StringComparison.Ordinal);
        File.WriteAllText(path, filled + "\n");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    private void Git(params string[] words)
    {
        var start = new ProcessStartInfo(git, words) { RedirectStandardError = true };
        foreach (var (name, value) in machine.Variables)
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"git {string.Join(' ', words)}: {errors}");
    }
}
