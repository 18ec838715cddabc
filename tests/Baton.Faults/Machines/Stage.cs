using System.Globalization;
using System.Text.Json;

namespace Baton.Faults.Machines;

/// <summary>
/// A machine with a section on it: a command that may never run twice at once, and that writes down when it began, when
/// it ended, and whom it found at work beside itself.
/// </summary>
public sealed class Stage : IDisposable
{
    /// <summary>The group that keeps the section to one.</summary>
    public const string Group = "g";

    // Each line is one write at the end of the log. "beside" is asked of the kernel, so it is also seen when the other's
    // end is never written.
    private const string Script = """
        log=$1 until=$2
        echo "in $BATON_RUN_ID $$"
        exec >/dev/null 2>&1
        look() { read -r line </proc/$1/stat || return 1; set -- $line; case $3 in Z|X) return 1;; esac; start=${22}; }
        [ -e "$log" ] && while read -r word run token pid born; do
          [ "$word" = in ] && look "$pid" && [ "$start" = "$born" ] && echo "beside $BATON_RUN_ID $BATON_TOKEN $pid" >>"$log"
        done <"$log"
        look $$
        echo "in $BATON_RUN_ID $BATON_TOKEN $$ $start" >>"$log"
        case $until in
          /*) read -r word <"$until" ;;
          *) sleep "$until" ;;
        esac
        echo "out $BATON_RUN_ID $BATON_TOKEN $$" >>"$log"
        """;

    private readonly Dictionary<string, FileStream> _doors = [];
    private readonly string _script;

    public Stage()
    {
        _script = Machine.At("section.sh");
        File.WriteAllText(_script, Script);
    }

    /// <summary>Where it is.</summary>
    public Machine Machine { get; } = new();

    /// <summary>What the section wrote down.</summary>
    public string Log => Machine.At("section.log");

    /// <summary>What the try has taken, where it took something.</summary>
    public Taken? Held { get; set; }

    /// <summary>The door at which the first holder waits, where there is one.</summary>
    public string HoldersDoor { get; set; } = "";

    /// <summary>The section as a command, which ends after so many seconds, or when a line comes through a pipe.</summary>
    public string[] Section(string until = "0") => ["sh", _script, Log, until];

    /// <summary>A run of the section.</summary>
    /// <param name="until">What ends it, see <see cref="Section"/>.</param>
    /// <param name="options">Further options of <c>baton run</c>.</param>
    public string[] Run(string until, params string[] options) =>
        ["run", "--group", Group, .. options, "--", .. Section(until)];

    /// <summary>Makes a pipe at which a section can wait for its end.</summary>
    public string Door()
    {
        var path = Machine.Pipe($"door-{_doors.Count}");
        // Open for reading too: so the word waits in the pipe, whether somebody comes for it or is dead.
        _doors[path] = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite, 1);
        return path;
    }

    /// <summary>Lets the section at a door end.</summary>
    public void Open(string door)
    {
        _doors[door].Write("go\n"u8);
        _doors[door].Flush();
    }

    /// <summary>Whether it said a part before it ended.</summary>
    public static async Task<bool> HeardAsync(Task<string> part)
    {
        try
        {
            await part;
            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    /// <summary>Lets some seconds go by: what is tried is that time passes while somebody is stopped.</summary>
    public Task PassAsync(double seconds) =>
        Machine.Launch("sleep", seconds.ToString(CultureInfo.InvariantCulture)).End();

    /// <summary>Sends a signal to processes.</summary>
    public Task SignalAsync(string name, params int[] pids) =>
        Machine.Launch("kill", ["-s", name, .. pids.Select(pid => pid.ToString(CultureInfo.InvariantCulture))]).End();

    /// <summary>What a verb says as JSON; nothing if it didn't end with 0.</summary>
    public async Task<JsonElement?> AskAsync(params string[] words)
    {
        var ended = await Machine.Run([.. words, "--json"]);
        return ended.Code == 0 ? JsonDocument.Parse(ended.Output).RootElement.Clone() : null;
    }

    /// <summary>What the section wrote down, line by line.</summary>
    public IReadOnlyList<Entered> Entries() =>
        !File.Exists(Log)
            ? []
            :
            [
                .. File.ReadAllLines(Log)
                    .Select(line => line.Split(' '))
                    .Select(words => new Entered(
                        words[0],
                        words[1],
                        long.Parse(words[2], CultureInfo.InvariantCulture),
                        words[3]
                    )),
            ];

    public void Dispose()
    {
        foreach (var door in _doors.Values)
            door.Dispose();
        Machine.Dispose();
    }
}

/// <summary>A line of the section's log.</summary>
/// <param name="Word">"in", "out", or "beside": it found another one at work.</param>
/// <param name="Run">The run's id.</param>
/// <param name="Token">Its token.</param>
/// <param name="Pid">The process; with "beside" the other one.</param>
public sealed record Entered(string Word, string Run, long Token, string Pid);

/// <summary>A run that <c>baton acquire</c> took.</summary>
public sealed record Taken(string Run, long Token)
{
    /// <summary>What renew and release need.</summary>
    public string[] Words => [Run, "--token", Token.ToString(CultureInfo.InvariantCulture)];

    /// <summary>Reads what acquire said as JSON; nothing if it said nothing.</summary>
    public static Taken? Of(string output)
    {
        if (!output.Contains("\"run_id\"", StringComparison.Ordinal))
            return null;
        var said = JsonDocument.Parse(output).RootElement;
        return new(said.GetProperty("run_id").GetString()!, said.GetProperty("token").GetInt64());
    }
}
