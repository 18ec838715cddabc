using System.Text;
using Baton.Cli.Options;
using Baton.Cli.Output;
using Baton.Runtime.Audit;

namespace Baton.Cli.Commands;

/// <summary><c>baton audit export</c>: the whole audit as it is stored, to be kept or verified elsewhere.</summary>
public static class AuditExportCommand
{
    private const int Chunk = 500;

    private static readonly Option<int?> From = new("from", "N", "the first entry", ValueReaders.Whole(1, int.MaxValue))
    {
        Default = "the oldest that is there",
    };

    private static readonly Option<string> Format = new("format", "jsonl", "one JSON object a line", ReadFormat)
    {
        Default = "jsonl",
    };

    /// <summary>Its declaration.</summary>
    public static readonly Verb Verb = new("export", "write the entries as they are stored")
    {
        Options = [From, Format, .. CommonOptions.Place],
        Essay =
            "Every line has the entry's body byte for byte as it was hashed, so that anybody can\n"
            + "verify it with docs/formats.md alone. Note the last number and go on from the next.",
        Examples = [("baton audit export --from 1 > audit.jsonl", "all of it")],
        Execute = ExecuteAsync,
    };

    private static async ValueTask<int> ExecuteAsync(Invocation call)
    {
        var site = Requesting.Site(call);
        var scope = await Reading.OpenAsync(site, call.Surroundings).ConfigureAwait(false);
        if (scope is null)
            return (int)ExitCode.Success;
        await using var open = scope.ConfigureAwait(false);
        long next = call.Get(From) ?? 1;
        while (await scope.RecordsAsync(next, Chunk, default).ConfigureAwait(false) is { Count: > 0 } entries)
        {
            foreach (var entry in entries)
                await call.Surroundings.Out.WriteAsync(Line(site.Scope, entry)).ConfigureAwait(false);
            next = entries[^1].Number + 1;
        }

        return (int)ExitCode.Success;
    }

    private static string Line(string scope, AuditEntry entry) =>
        JsonText.Line(writer =>
        {
            writer.WriteString("scope", scope);
            writer.WriteNumber("number", entry.Number);
            writer.WriteString("previous", entry.Previous);
            writer.WriteString("body", Encoding.UTF8.GetString(entry.Body.Span));
            writer.WriteString("hash", entry.Hash);
        });

    private static ValueReading ReadFormat(string text) =>
        text == "jsonl" ? new ValueReading.Read(text) : new ValueReading.Malformed("jsonl is the only format");
}
