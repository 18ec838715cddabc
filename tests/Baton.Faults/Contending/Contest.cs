using System.Globalization;
using System.Text.Json;
using Baton.Faults.Machines;

namespace Baton.Faults.Contending;

/// <summary>One contest: who asks for what, and what is done to whom, comes from a seed; what the machine does with it doesn't.</summary>
internal sealed class Contest(Stage stage, Arena arena, int seed)
{
    /// <summary>The lease that everybody asks for.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(5);

    private const int Askers = 5;

    // The section of a stage, which also says for which request and key it is there.
    private const string Script = """
        log=$1 request=$2 key=$3 seconds=$4
        exec >/dev/null 2>&1
        look() { read -r line </proc/$1/stat || return 1; set -- $line; case $3 in Z|X) return 1;; esac; start=${22}; }
        [ -e "$log" ] && while read -r word run token req k pid born; do
          [ "$word" = in ] && look "$pid" && [ "$start" = "$born" ] && echo "beside $BATON_RUN_ID $BATON_TOKEN $request $key $$ 0" >>"$log"
        done <"$log"
        look $$
        echo "in $BATON_RUN_ID $BATON_TOKEN $request $key $$ $start" >>"$log"
        sleep "$seconds"
        echo "out $BATON_RUN_ID $BATON_TOKEN $request $key $$ 0" >>"$log"
        """;

    private readonly Random _chance = new(seed);
    private readonly List<Happened> _asked = [];
    private readonly List<Happened> _answered = [];
    private string _script = "";

    /// <summary>Plays it, and gives its history.</summary>
    public async Task<IReadOnlyList<Happened>> PlayAsync()
    {
        _script = stage.Machine.At("contest.sh");
        await File.WriteAllTextAsync(_script, Script);
        stage.Machine.Variables["BATON_STORE"] = await arena.MakeAsync(stage.Machine);
        var all = Enumerable.Range(0, Askers).Select(AskAsync).ToList();
        await stage.PassAsync(_chance.Next(2, 20) / 10.0);
        await arena.StrikeAsync(_chance);
        await Task.WhenAll(all);
        await AnswerAsync(HistoryCheck.Last, Start(HistoryCheck.Last, "none")); // whoever comes now finds a way that is free, or is called free in time
        return [.. _asked, .. Seen(), .. _answered, .. await RecordedAsync(), await LeftAsync(), await VerifiedAsync()];
    }

    /// <summary>Somebody who asks, and to whom something happens; who asks again is the same request.</summary>
    private async Task AskAsync(int number)
    {
        var request = string.Create(CultureInfo.InvariantCulture, $"request-{seed}-{number}");
        var key = number % 3 == 2 ? "k" : "none";
        var (fate, when) = ((Fate)_chance.Next(5), _chance.Next(1, 30) / 10.0);
        var first = Start(request, key);
        switch (fate)
        {
            case Fate.Killed or Fate.KilledAndAskedAgain:
                await stage.PassAsync(when);
                first.Signal("KILL");
                await first.Dies();
                if (fate == Fate.KilledAndAskedAgain)
                {
                    await AnswerAsync(request, Start(request, key));
                    return;
                }
                Note(request, 137);
                return;
            case Fate.Stopped:
                await stage.PassAsync(when);
                first.Signal("STOP");
                await stage.PassAsync(Lease.TotalSeconds * 1.6);
                first.Signal("CONT");
                break;
            case Fate.Spared or Fate.SparedToo:
                break;
        }
        await AnswerAsync(request, first);
    }

    private Started Start(string request, string key)
    {
        lock (_asked)
            if (!_asked.Exists(one => one.Request == request))
                _asked.Add(new(Happened.Asked) { Request = request, Key = key == "none" ? null : key });
        string[] keyed = key == "none" ? [] : ["--key", key, "--key-window", "1h"];
        string[] words =
        [
            "--group",
            Stage.Group,
            .. keyed,
            "--request-id",
            request,
            "--lease",
            "5s",
            "--max-wait",
            "200s",
        ];
        return stage.Machine.Start(["run", .. words, "--", "sh", _script, stage.Log, request, key, "0.2"]);
    }

    private async Task AnswerAsync(string request, Started asker)
    {
        var ended = await asker.End();
        Note(request, ended.Code);
    }

    private void Note(string request, int code)
    {
        lock (_answered)
            _answered.Add(new(Happened.Answered) { Request = request, Code = code });
    }

    private IEnumerable<Happened> Seen() =>
        !File.Exists(stage.Log)
            ? []
            : File.ReadAllLines(stage.Log)
                .Select(line => line.Split(' '))
                .Select(words => new Happened(words[0])
                {
                    Run = words[1],
                    Token = long.Parse(words[2], CultureInfo.InvariantCulture),
                    Request = words[3],
                    Key = words[4] == "none" ? null : words[4],
                });

    private async Task<IReadOnlyList<Happened>> RecordedAsync()
    {
        var exported = await stage.Machine.Run("audit", "export");
        return
        [
            .. exported
                .Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(line => Record(JsonDocument.Parse(line).RootElement)),
        ];
    }

    private static Happened Record(JsonElement entry)
    {
        using var document = JsonDocument.Parse(entry.GetProperty("body").GetString()!);
        var body = document.RootElement;
        var kind = body.GetProperty("kind").GetString();
        var reason = body.TryGetProperty("reason", out var why) ? why : (JsonElement?)null;
        return new(kind is Happened.Granted or Happened.Ended ? kind : Happened.Told)
        {
            Run = body.TryGetProperty("run", out var run) ? run.GetString() : null,
            Number = entry.GetProperty("number").GetInt64(),
            Token = body.TryGetProperty("token", out var token) ? token.GetInt64() : null,
            Conclusion = body.TryGetProperty("conclusion", out var conclusion) ? conclusion.GetString() : null,
            Reason = reason?.GetProperty("is").GetString(),
            Unrenewed =
                reason is { } of && of.TryGetProperty("for", out var span)
                    ? TimeSpan.FromTicks(span.GetInt64()).TotalSeconds
                    : null,
        };
    }

    private async Task<Happened> LeftAsync()
    {
        var said = await stage.AskAsync("status");
        return new(Happened.Left) { Code = said?.GetProperty("runs").GetArrayLength() ?? -1 };
    }

    private async Task<Happened> VerifiedAsync() =>
        new(Happened.Verified) { Code = (await stage.Machine.Run("audit", "verify")).Code };

    private enum Fate
    {
        Spared,
        SparedToo,
        Killed,
        KilledAndAskedAgain,
        Stopped,
    }
}
