using Baton.Faults.Machines;

namespace Baton.Faults.Servers;

/// <summary>
/// The holder is cut off from the server: its command goes on until the end of the lease that it can trust and is ended
/// then; whoever waits takes over, by having seen the lease unrenewed, and not before.
/// </summary>
/// <param name="which">Which way is cut.</param>
/// <param name="cut">Cuts it.</param>
internal sealed class Partition(string which, Action<PrivateNetwork> cut) : Fault
{
    /// <inheritdoc/>
    public override string Name => $"PostgreSQL: the holder is cut off from the server, {which}";

    /// <inheritdoc/>
    public override string? Missing =>
        PostgresServer.Missing
        ?? PrivateNetwork.Missing
        ?? (Tool.Works("flock", "--version") ? null : "there is no flock on this machine")
        ?? (Tool.Works("unshare", "--fork", "--pid", "true") ? null : "no pid namespace can be made here");

    /// <inheritdoc/>
    public override async Task TryAsync(Ledger ledger)
    {
        foreach (var _ in ledger.Places(1))
        {
            using var network = new PrivateNetwork();
            await using var server = await PostgresServer.StartAsync(network: network);
            using var machine = new Machine();
            machine.Variables["BATON_STORE"] = server.Address("postgres"); // by the socket, which no route leads to
            var log = machine.At("log");
            var holder = machine.Launch("ip", [.. network.AtClient[1..], .. Elsewhere(server), .. Holding(log)]);
            await holder.Says("in");
            var next = machine.Start(
                "run",
                "--group",
                "g",
                "--",
                "sh",
                "-c",
                $"exec 9>{log}.lock; flock -n 9 || echo overlap >>{log}; echo next >>{log}"
            );
            await next.Complains("waiting");
            cut(network);
            var after = await next.End();
            ledger.Expect(after.Code == 0, $"the next one ended with {after.Code}: {after.Errors}");
            var ended = await holder.End();
            ledger.Expect(ended.Code is not 0, $"the holder ended with {ended.Code}: {ended.Errors}");
            ledger.Sees($"the holder ended with {ended.Code}");
            var order = string.Join(' ', await File.ReadAllLinesAsync(log));
            ledger.Expect(order == "in next", $"what happened, in its order: {order}");
            var verified = await machine.Run("audit", "verify");
            ledger.Expect(verified.Code == 0, $"the audit doesn't verify: {verified.Output}{verified.Errors}");
            var audit = await machine.Run("audit", "list", "--json");
            ledger.Expect(
                audit.Output.Contains("was lost: its lease was not renewed", StringComparison.Ordinal),
                $"nobody says that the lease was not renewed: {audit.Output}"
            );
        }
    }

    // In a pid namespace of its own nobody else can say whether it lives: it is another machine.
    private static string[] Elsewhere(PostgresServer server) =>
        [
            "unshare",
            "--fork",
            "--pid",
            "--kill-child",
            "env",
            $"BATON_STORE=postgres://{PostgresServer.User}@{PrivateNetwork.Server}:{server.Port}/postgres",
            $"BATON_STORE_PASSWORD={PostgresServer.Password}",
            .. Machine.CommandLine(),
        ];

    private static string[] Holding(string log) =>
        [
            "run",
            "--group",
            "g",
            "--lease",
            "15s",
            "--",
            "sh",
            "-c",
            $"exec 9>{log}.lock; flock 9; echo in >>{log}; echo in; exec sleep 1000", // the lock goes with the last that has it
        ];
}
