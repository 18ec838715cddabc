using System.Text.Json;
using Baton.Engine.Records;
using Baton.Runtime.Audit;
using Baton.Runtime.Stores.Stored.V1;
using Baton.Runtime.Wording;
using static System.Globalization.CultureInfo;

namespace Baton.Cli.Output;

/// <summary>An audit entry, as it is told.</summary>
/// <param name="Entry">The entry.</param>
/// <param name="Body">Its body.</param>
/// <param name="Sentence">What it says.</param>
public sealed record ToldEntry(AuditEntry Entry, AuditBody Body, string Sentence)
{
    /// <summary>Puts an entry into words, as things stood when it was written.</summary>
    /// <exception cref="StoredBodyException">Its body is damaged.</exception>
    public static ToldEntry Of(AuditEntry entry, Telling telling)
    {
        var body = AuditBody.Read(entry.Body);
        var then = body.Fact is AuditFact.Happened { Record.At: var at } ? telling with { Now = at } : telling;
        return new(entry, body, RecordWords.Of(body.Fact, then));
    }

    /// <summary>One line for people.</summary>
    public string Line =>
        string.Create(InvariantCulture, $"#{Entry.Number} {Body.Wall:yyyy-MM-dd HH:mm:ss}Z {Sentence}");

    /// <summary>Its fields in JSON.</summary>
    public void Write(Utf8JsonWriter writer)
    {
        var record = (Body.Fact as AuditFact.Happened)?.Record;
        writer.WriteNumber("number", Entry.Number);
        writer.WriteString("time", Body.Wall.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", InvariantCulture));
        writer.WriteString("kind", record is null ? "pruned" : Words.Records[record.Kind]);
        writer.Put("run", record?.Run?.Value);
        Resource(writer, record);
        writer.Put("token", record is { Token: > 0 } ? record.Token : null);
        writer.Put("conclusion", record?.Conclusion is { } end ? Words.Conclusions[end] : null);
        writer.WriteString("sentence", Sentence);
        writer.WriteString("previous", Entry.Previous);
        writer.WriteString("hash", Entry.Hash);
    }

    private static void Resource(Utf8JsonWriter writer, Record? record)
    {
        writer.Put("resource_kind", record?.Resource is { } resource ? Words.Kinds[resource.Kind] : null);
        writer.Put("resource", record?.Resource?.Name);
    }
}
