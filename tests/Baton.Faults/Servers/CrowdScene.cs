using System.Collections.Concurrent;
using System.Globalization;
using Baton.Faults.Machines;

namespace Baton.Faults.Servers;

/// <summary>What a crowd does, and what is done to it, each at a count of runs that are over: no clock decides.</summary>
internal sealed class CrowdScene(Machine machine, PostgresServer server, Random chance, Ledger ledger) : IDisposable
{
    private const int KillEvery = 8;

    private readonly ConcurrentDictionary<string, Started> _alive = new(StringComparer.Ordinal);
    private readonly HashSet<string> _killed = new(StringComparer.Ordinal);
    private readonly List<string> _through = [];
    private readonly SemaphoreSlim _turn = new(1);
    private int _over;
    private int _all;

    /// <summary>One process after another asks for a group.</summary>
    public async Task ActAsync(int process, int groups, int each)
    {
        Interlocked.Add(ref _all, each);
        await Task.Yield();
        for (var turn = 0; turn < each; turn++)
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"{process}-{turn}");
            var started = machine.Start(
                "run",
                "--group",
                $"g{process % groups}",
                "--",
                "sh",
                "-c",
                Section(process % groups, name)
            );
            _alive[name] = started;
            var ended = await started.End();
            _alive.TryRemove(name, out _);
            await TellAsync(name, ended);
        }
    }

    /// <summary>Whether everybody came through alone, and nobody was forgotten or ran twice.</summary>
    public void Check()
    {
        ledger.Expect(!File.Exists(machine.At("overlaps")), "two were in one group at once");
        var ran = File.ReadAllLines(machine.At("through"));
        ledger.Expect(ran.Distinct(StringComparer.Ordinal).Count() == ran.Length, "one ran twice");
        var lost = _through.Except(ran, StringComparer.Ordinal).ToList();
        ledger.Expect(lost.Count == 0, $"they ended well and never ran: {string.Join(' ', lost)}");
        ledger.Expect(_killed.Count > 0, "nobody was killed: this shows little");
        ledger.Expect(_through.Count + _killed.Count >= _all, "somebody is missing");
    }

    public void Dispose() => _turn.Dispose();

    private async Task TellAsync(string name, Ended ended)
    {
        await _turn.WaitAsync();
        try
        {
            if (ended.Code == 0)
                _through.Add(name);
            ledger.Sees(
                ended.Code == 0 ? "came through"
                : _killed.Contains(name) ? "was killed"
                : $"ended with {ended.Code}"
            );
            ledger.Expect(ended.Code == 0 || _killed.Contains(name), $"{name} ended with {ended.Code}: {ended.Errors}");
            _over++;
            if (_over % KillEvery == 0)
                Kill();
            if (_over == _all / 3 || _over == 2 * _all / 3)
                await Task.Run(() => server.Restart(_over == _all / 3 ? "immediate" : "fast"));
        }
        finally
        {
            _turn.Release();
        }
    }

    private void Kill()
    {
        var names = _alive.Keys.Order(StringComparer.Ordinal).ToList();
        if (names.Count == 0)
            return;
        var name = names[chance.Next(names.Count)];
        if (!_alive.TryGetValue(name, out var started))
            return;
        _killed.Add(name);
        started.Signal("KILL");
    }

    // The lock is the kernel's: it goes with whoever has it, however that ends.
    private string Section(int group, string name) =>
        $"flock -n 9 || echo {name} >>{machine.At("overlaps")}; echo {name} >>{machine.At("through")}; sleep 0.05 9>&-".Insert(
            0,
            $"exec 9>{machine.At($"in-{group}")}; "
        );
}
