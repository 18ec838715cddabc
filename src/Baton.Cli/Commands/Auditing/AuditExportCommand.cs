using System.Text;
using Baton.Cli.Options;
using Baton.Cli.Output;
using Baton.Cli.Output.Auditing;
using Baton.Engine;
using Baton.Engine.Runs;
using Baton.Runtime.Asking;
using Baton.Runtime.Audit;
using Baton.Runtime.Sessions;
using Baton.Runtime.Stores;

namespace Baton.Cli.Commands.Auditing;

/// <summary><c>baton audit export</c>: the audit for other programs: as it is stored, as a table, or a day's sessions.</summary>
public static class AuditExportCommand
{
    private static readonly Option<int?> From = new("from", "N", "the first entry", ValueReaders.Whole(1, int.MaxValue))
    {
        Default = "the oldest that is there",
    };

    /// <summary>Its declaration.</summary>
    public static readonly Verb Verb = new("export", "write the entries for other programs")
    {
        Options = [From, AuditingOptions.Export, AuditingOptions.Day, .. CommonOptions.Place],
        Essay =
            "As jsonl every line has the entry's body byte for byte as it was hashed, so that anybody\n"
            + "can verify it with docs/formats.md alone. Note the last number and go on from the next.\n"
            + "As csv a row has what an entry says, with the origin of its run. session-audit is what\n"
            + "session_deduplicator.py writes as session_audit_YYYYMMDD.json: an object for each run\n"
            + "that was over that day, whether it did its work or was prevented (docs/sessions.md).",
        Examples =
        [
            ("baton audit export --from 1 > audit.jsonl", "all of it"),
            ("baton audit export --format session-audit --day 2026-11-21 > day.json", "a day's sessions"),
        ],
        Execute = ExecuteAsync,
    };

    private static async ValueTask<int> ExecuteAsync(Invocation call)
    {
        var format = call.Get(AuditingOptions.Export) ?? ExportFormat.JsonLines;
        if (format != ExportFormat.SessionAudit && call.Get(AuditingOptions.Day) is not null)
            throw new AskingException(AskingFault.Usage, "--day goes with --format session-audit");
        var site = Requesting.Site(call);
        var scope = await Reading.OpenAsync(site, call.Surroundings).ConfigureAwait(false);
        try
        {
            await (
                format switch
                {
                    ExportFormat.Csv => CsvAsync(call, scope),
                    ExportFormat.SessionAudit => SessionsAsync(call, scope),
                    _ => LinesAsync(call, scope),
                }
            ).ConfigureAwait(false);
        }
        finally
        {
            if (scope is not null)
                await scope.DisposeAsync().ConfigureAwait(false);
        }
        return (int)ExitCode.Success;
    }

    private static async Task LinesAsync(Invocation call, ITendedScope? scope)
    {
        if (scope is not null)
            await foreach (var entry in scope.EntriesAsync(call.Get(From) ?? 1).ConfigureAwait(false))
                await call.Surroundings.Out.WriteAsync(Line(scope.Scope, entry)).ConfigureAwait(false);
    }

    private static async Task CsvAsync(Invocation call, ITendedScope? scope)
    {
        await call.Surroundings.Out.WriteAsync(AuditCsv.Head).ConfigureAwait(false);
        if (scope is null)
            return;
        var (first, origins) = (call.Get(From) ?? 1, new Dictionary<RunId, Origin>());
        await foreach (var entry in scope.EntriesAsync(1).ConfigureAwait(false))
        {
            var body = AuditBody.Read(entry.Body);
            var record = (body.Fact as AuditFact.Happened)?.Record;
            if (record is { Run: { } asked, Origin: { } told })
                origins[asked] = told;
            var origin = record?.Run is { } run ? origins.GetValueOrDefault(run) : record?.Origin;
            if (entry.Number >= first)
                await call
                    .Surroundings.Out.WriteAsync(AuditCsv.Row(entry, body, origin ?? Origin.None))
                    .ConfigureAwait(false);
        }
    }

    private static async Task SessionsAsync(Invocation call, ITendedScope? scope)
    {
        var today = DateOnly.FromDateTime(call.Surroundings.Clock.GetUtcNow().UtcDateTime);
        var day = new SessionDay(call.Get(AuditingOptions.Day) ?? today);
        if (scope is not null)
            await foreach (var entry in scope.EntriesAsync(call.Get(From) ?? 1).ConfigureAwait(false))
                day.Take(AuditBody.Read(entry.Body));
        await call
            .Surroundings.Out.WriteAsync(JsonText.List(day.Entries, (json, entry) => entry.Write(json)))
            .ConfigureAwait(false);
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
}
