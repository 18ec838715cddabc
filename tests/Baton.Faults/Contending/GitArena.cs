using System.Diagnostics;
using System.Globalization;
using Baton.Faults.Machines;

namespace Baton.Faults.Contending;

/// <summary>
/// A bare repository, as a folder or over http. Its server is whatever git serves there: it is killed in the midst of a
/// push, before, between and after its renames. What it leaves locked is removed, as whoever keeps the server would.
/// </summary>
internal sealed class GitArena(string way) : Arena
{
    private string _remote = "";
    private Machine? _machine;
    private GitHttp? _http;
    private int _cut;

    /// <inheritdoc/>
    public override string Name => "git, " + way;

    /// <inheritdoc/>
    public override string Blow =>
        way == "http" ? "server killed in a push, answer cut off" : "server killed in a push";

    /// <inheritdoc/>
    public override string? Missing => way == "http" && !HasBackend.Value ? "git has no http backend here" : null;

    private static readonly Lazy<bool> HasBackend = new(() =>
    {
        using var served = GitHttp.Serve(Path.GetTempPath());
        return served is not null;
    });

    /// <inheritdoc/>
    public override async Task<string> MakeAsync(Machine machine)
    {
        _http?.Dispose();
        _machine = machine;
        _remote = machine.At("remote.git");
        var made = await machine.Launch("git", "init", "-q", "--bare", "--", _remote).End();
        if (made.Code != 0)
            throw new InvalidOperationException($"git init: {made.Errors}");
        await File.AppendAllTextAsync(
            Path.Combine(_remote, "config"),
            "[http]\n\treceivepack = true\n[core]\n\tfilesRefLockTimeout = 1000\n"
        );
        if (way != "http")
            return "git:" + _remote;
        _http = GitHttp.Serve(machine.Folder) ?? throw new InvalidOperationException(Missing);
        _http.CutsAnswer = () => Interlocked.Exchange(ref _cut, 0) == 1;
        return $"git:{_http.Url}/remote.git";
    }

    /// <inheritdoc/>
    public override async Task StrikeAsync(Random chance)
    {
        if (way == "http" && chance.Next(2) == 0)
        {
            Interlocked.Exchange(ref _cut, 1);
            return;
        }
        // The server of a push is a process that has the repository's path among its words, or works in it.
        for (var looks = 0; looks < 400; looks++)
        {
            if (Servers().ToList() is { Count: > 0 } found)
            {
                foreach (var pid in found)
                    Kill(pid);
                break;
            }
            await Task.Yield();
        }
        await UnlockAsync();
    }

    /// <summary>git removes no lock of a dead server: whoever keeps it does. A lock that stays the same belongs to nobody who lives.</summary>
    private async Task UnlockAsync()
    {
        var before = Locks();
        await _machine!.Launch("sleep", "4").End();
        foreach (var (path, made) in Locks())
            if (before.GetValueOrDefault(path) == made)
                File.Delete(path);
    }

    private Dictionary<string, DateTime> Locks() =>
        Directory
            .EnumerateFiles(_remote, "*.lock", SearchOption.AllDirectories)
            .ToDictionary(path => path, File.GetLastWriteTimeUtc, StringComparer.Ordinal);

    /// <inheritdoc/>
    public override ValueTask DisposeAsync()
    {
        _http?.Dispose();
        return base.DisposeAsync();
    }

    private IEnumerable<int> Servers()
    {
        foreach (var folder in Directory.EnumerateDirectories("/proc"))
        {
            if (!int.TryParse(Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture, out var pid))
                continue;
            string words;
            try
            {
                words = File.ReadAllText(Path.Combine(folder, "cmdline"));
            }
            catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
            {
                continue;
            }
            if (
                words.Contains("receive-pack", StringComparison.Ordinal)
                && words.Contains(_remote, StringComparison.Ordinal)
            )
                yield return pid;
        }
    }

    private static void Kill(int pid)
    {
        try
        {
            using var process = Process.GetProcessById(pid);
            process.Kill();
        }
        catch (Exception gone)
            when (gone is ArgumentException or InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            // It has ended.
        }
    }
}
