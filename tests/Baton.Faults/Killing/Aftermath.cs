using System.Globalization;
using System.Text.Json;
using Baton.Faults.Machines;

namespace Baton.Faults.Killing;

/// <summary>
/// What must hold after any fault, once it is over: the store opens, its audit is whole, the next run gets through, no
/// two were in the section at once, tokens grew, whatever ran was granted in the audit, and nothing is left at work.
/// </summary>
/// <param name="stage">Where it happened.</param>
/// <param name="ledger">Where broken promises go.</param>
/// <param name="when">When it happened, for the message.</param>
internal sealed class Aftermath(Stage stage, Ledger ledger, string when)
{
    private const string Whole = "the audit is whole";

    /// <summary>How many entries of a kind the audit has.</summary>
    public static async Task<int> CountAsync(Stage stage, string kind) =>
        (await EntriesAsync(stage)).Count(entry => entry.GetProperty("kind").GetString() == kind);

    /// <summary>The head of the audit.</summary>
    public static async Task<string> HeadAsync(Stage stage) =>
        await stage.AskAsync("audit", "verify") is { } verified ? verified.GetProperty("head").GetString()! : "none";

    /// <summary>Looks after all of it.</summary>
    public async Task CheckAsync()
    {
        var status = await stage.Machine.Run("status", "--json");
        Expect(status.Code == 0, $"status ended with {status.Code}: {status.Errors}");
        await VerifyAsync();
        var next = await stage.Machine.Run(stage.Run("0", "--max-wait", "60s"));
        Expect(next.Code == 0, $"the next run ended with {next.Code}: {next.Errors}");
        await VerifyAsync();
        await CompareAsync();
        var left = await stage.AskAsync("status");
        var runs = left is { } said ? said.GetProperty("runs").GetArrayLength() : -1;
        Expect(runs == 0, $"{runs} runs are left: {left}");
    }

    private async Task VerifyAsync()
    {
        var verified = await stage.Machine.Run("audit", "verify");
        Expect(verified.Code == 0, $"not so: {Whole}: {verified.Code} {verified.Output} {verified.Errors}");
    }

    /// <summary>Compares what the section saw with what the audit says.</summary>
    private async Task CompareAsync()
    {
        var audit = await EntriesAsync(stage);
        var granted = audit
            .Where(entry => entry.GetProperty("kind").GetString() == "granted")
            .Select(entry => (entry.GetProperty("run").GetString()!, entry.GetProperty("token").GetInt64()))
            .ToList();
        Expect(Grows(granted.Select(grant => grant.Item2)), "tokens did not grow in the audit");
        var open = new HashSet<string>(StringComparer.Ordinal);
        var last = 0L;
        foreach (var entry in stage.Entries())
        {
            Expect(entry.Word != "beside", $"run {entry.Run} found process {entry.Pid} at work beside itself");
            Expect(
                granted.Contains((entry.Run, entry.Token)),
                $"run {entry.Run} ran, and the audit has no grant of it"
            );
            if (entry.Word == "in")
            {
                Expect(entry.Token > last, $"token {entry.Token} came after {last}");
                last = entry.Token;
                open.Clear(); // who was in before must never write "out" after this
                open.Add(entry.Run);
            }
            else if (entry.Word == "out")
                Expect(open.Remove(entry.Run), $"run {entry.Run} was still in the section when another began");
        }
    }

    private void Expect(bool holds, string what) => ledger.Expect(holds, $"{when}: {what}");

    private static bool Grows(IEnumerable<long> tokens)
    {
        var last = 0L;
        foreach (var token in tokens)
        {
            if (token <= last)
                return false;
            last = token;
        }
        return true;
    }

    private static async Task<IReadOnlyList<JsonElement>> EntriesAsync(Stage stage)
    {
        var listed = await stage.Machine.Run(
            "audit",
            "list",
            "--json",
            "--limit",
            1000.ToString(CultureInfo.InvariantCulture)
        );
        return listed.Code != 0
            ? []
            :
            [
                .. listed
                    .Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)
                    .Select(line => JsonDocument.Parse(line).RootElement.Clone()),
            ];
    }
}
