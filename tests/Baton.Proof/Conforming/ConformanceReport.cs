using System.Globalization;
using Baton.Proof.Checks;

namespace Baton.Proof.Conforming;

/// <summary>What `./build conformance` prints.</summary>
internal static class ConformanceReport
{
    private const int Contenders = 20;
    private const string Usage = "usage: ./build conformance [STORE...] [--rounds N] [--seed S]";

    /// <summary>The stores, each with how many rounds it is given if nobody says.</summary>
    private static readonly IReadOnlyDictionary<string, (Func<TimeProvider, IStoreUnderTest> Make, int Rounds)> Stores =
        new Dictionary<string, (Func<TimeProvider, IStoreUnderTest>, int)>(StringComparer.Ordinal)
        {
            ["sqlite"] = (time => new SqliteUnderTest(time), 1000),
            ["postgres"] = (time => new PostgresUnderTest(time), 1000),
            ["git"] = (time => new GitUnderTest(time), 100),
            ["git-http"] = (time => new GitUnderTest(time, GitWay.Http), 100),
        };

    /// <summary>Plays rounds over stores; the exit code is 1 if a promise was broken, and then at once.</summary>
    public static async Task<int> WriteAsync(string[] args, TimeProvider time, TextWriter output)
    {
        if (!TryRead(args, out var names, out var rounds, out var seed))
        {
            await output.WriteLineAsync(Usage).ConfigureAwait(false);
            await output.WriteLineAsync($"stores: {string.Join(", ", Stores.Keys)}").ConfigureAwait(false);
            return 64;
        }
        var first = seed ?? (int)(time.GetUtcNow().Ticks / TimeSpan.TicksPerSecond % 10_000_000);
        await output.WriteLineAsync($"first seed {first}, {Contenders} contenders a round").ConfigureAwait(false);
        foreach (var name in names)
        {
            var (make, usual) = Stores[name];
            await using var store = make(time);
            if (store.Missing is { } missing)
            {
                await output.WriteLineAsync($"{name}: not played, {missing}").ConfigureAwait(false);
                continue;
            }
            if (!await PlayAsync(store, (first, rounds ?? usual), time, output).ConfigureAwait(false))
                return 1;
        }
        return 0;
    }

    private static async Task<bool> PlayAsync(
        IStoreUnderTest store,
        (int First, int Rounds) which,
        TimeProvider time,
        TextWriter output
    )
    {
        var began = time.GetTimestamp();
        var (entries, unheard, died) = (0L, 0L, 0L);
        for (var seed = which.First; seed < which.First + which.Rounds; seed++)
        {
            var round = new Round(new Contest(seed, Contenders));
            var scope = string.Create(CultureInfo.InvariantCulture, $"acme/round-{seed}");
            try
            {
                await round
                    .PlayAsync(cancellation => store.OpenAsync(scope, cancellation), default)
                    .ConfigureAwait(false);
            }
            catch (BrokenPromiseException broken)
            {
                await output.WriteLineAsync($"violation on {store.Name}: {broken.Message}").ConfigureAwait(false);
                return false;
            }
            entries += round.Entries;
            (unheard, died) = (unheard + round.Faults.Unheard, died + round.Faults.Died);
        }
        await output
            .WriteLineAsync(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{store.Name}: {which.Rounds} rounds, {entries} grants at work, {unheard} answers lost, {died} deaths, 0 violations, {time.GetElapsedTime(began).TotalSeconds:F1} s"
                )
            )
            .ConfigureAwait(false);
        return true;
    }

    private static bool TryRead(string[] args, out List<string> names, out int? rounds, out int? seed)
    {
        (names, rounds, seed) = ([], null, null);
        for (var index = 0; index < args.Length; index++)
            if (Stores.ContainsKey(args[index]))
                names.Add(args[index]);
            else if (
                args[index] is "--rounds" or "--seed"
                && index + 1 < args.Length
                && int.TryParse(args[index + 1], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            )
                (rounds, seed) = args[index++] == "--rounds" ? ((int?)number, seed) : (rounds, number);
            else
                return false;
        if (names.Count == 0)
            names = [.. Stores.Keys];
        return true;
    }
}
