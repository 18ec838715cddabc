using System.Text;
using System.Text.Json;
using Baton.Engine.Runs;
using Baton.Runtime.Stores.Stored.V1;

namespace Baton.Runtime.Keeping;

/// <summary>What a keeper tells whoever has started it, until the run is handed over.</summary>
public abstract record KeeperNews
{
    private KeeperNews() { } // closed: every case is here

    /// <summary>A line for people.</summary>
    public sealed record Says(string Line) : KeeperNews;

    /// <summary>The run was granted; the keeper keeps it once it hears <see cref="Tether.Kept"/>.</summary>
    /// <param name="Run">The run.</param>
    /// <param name="Fences">The fences that it has moved, as <see cref="Fencing.FencePass.Variable"/> has them.</param>
    public sealed record Granted(Run Run, string Fences) : KeeperNews;

    /// <summary>The run is over without having been granted.</summary>
    /// <param name="Run">The run.</param>
    /// <param name="Why">The reason in one sentence.</param>
    public sealed record Over(Run Run, string? Why) : KeeperNews;

    /// <summary>It failed, with an exit code.</summary>
    /// <param name="Code">The exit code.</param>
    /// <param name="Message">What happened; lines are kept apart by a line feed.</param>
    public sealed record Failed(int Code, string Message) : KeeperNews;

    /// <summary>As one line.</summary>
    public string Write() => Encoding.UTF8.GetString(Body.Write(this, WriteFields));

    /// <summary>Reads a line.</summary>
    /// <exception cref="StoredBodyException">It is none of these.</exception>
    public static KeeperNews Read(string line) => Body.Read(Encoding.UTF8.GetBytes(line), ReadFields);

    private static void WriteFields(Utf8JsonWriter writer, KeeperNews news)
    {
        switch (news)
        {
            case Says says:
                writer.WriteString("says", says.Line);
                break;
            case Granted granted:
                writer.WriteBase64String("granted", RunBody.Write(granted.Run));
                writer.WriteString("fences", granted.Fences);
                break;
            case Over over:
                writer.WriteBase64String("over", RunBody.Write(over.Run));
                writer.Put("why", over.Why);
                break;
            case Failed failed:
                writer.WriteNumber("code", failed.Code);
                writer.WriteString("failed", failed.Message);
                break;
        }
    }

    private static KeeperNews ReadFields(JsonElement news) =>
        news.TextOrNone("says") is { } line ? new Says(line)
        : news.TextOrNone("failed") is { } message ? new Failed(news.Count("code"), message)
        : news.Has("granted")
            ? new Granted(RunBody.Read(news.GetProperty("granted").GetBytesFromBase64()), news.Text("fences"))
        : new Over(RunBody.Read(news.GetProperty("over").GetBytesFromBase64()), news.TextOrNone("why"));
}
