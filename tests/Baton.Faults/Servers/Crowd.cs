using Baton.Faults.Machines;

namespace Baton.Faults.Servers;

/// <summary>
/// Many processes want few groups over one PostgreSQL, some are killed, and the server is started again twice: nobody
/// overlaps, every other run comes through exactly once, and the audit verifies.
/// </summary>
/// <param name="processes">How many at a time; each makes one run after another.</param>
/// <param name="groups">How many groups they share.</param>
internal sealed class Crowd(int processes, int groups) : Fault
{
    private const int Each = 3;

    /// <inheritdoc/>
    public override string Name =>
        $"PostgreSQL: {processes} processes on {groups} groups, random kills, the server restarts twice";

    /// <inheritdoc/>
    public override string? Missing =>
        PostgresServer.Missing ?? (Tool.Works("flock", "--version") ? null : "there is no flock on this machine");

    /// <inheritdoc/>
    public override async Task TryAsync(Ledger ledger)
    {
        foreach (var place in ledger.Places(3))
        {
            await using var server = await PostgresServer.StartAsync();
            using var machine = new Machine();
            machine.Variables["BATON_STORE"] = server.Address("postgres");
            using var scene = new CrowdScene(machine, server, new Random(place), ledger);
            await Task.WhenAll(Enumerable.Range(0, processes).Select(process => scene.ActAsync(process, groups, Each)));
            scene.Check();
            var cleaned = await machine.Run("cleanup"); // who was killed last has nobody behind him who looks after him
            ledger.Expect(cleaned.Code == 0, $"cleanup ended with {cleaned.Code}: {cleaned.Errors}");
            var status = await machine.Run("status", "--json");
            ledger.Expect(
                status.Code == 0 && !status.Output.Contains("\"state\":\"running\"", StringComparison.Ordinal),
                $"one still runs: {status.Output}{status.Errors}"
            );
            var verified = await machine.Run("audit", "verify");
            ledger.Expect(verified.Code == 0, $"the audit doesn't verify: {verified.Output}{verified.Errors}");
        }
    }
}
