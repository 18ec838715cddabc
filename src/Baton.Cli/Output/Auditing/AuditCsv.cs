using System.Globalization;
using System.Text;
using Baton.Engine.Runs;
using Baton.Runtime.Audit;
using Baton.Runtime.Stores.Stored.V1;
using Baton.Runtime.Wording;
using Baton.Workflows.Findings;

namespace Baton.Cli.Output.Auditing;

/// <summary>Audit entries as rows of values with commas between them (RFC 4180).</summary>
public static class AuditCsv
{
    /// <summary>The names of the columns.</summary>
    public const string Head =
        "number,time,kind,run,resource,token,conclusion,workflow,event,ref,sha,actor,run_id,url,sentence\r\n";

    private const int Longest = 1000;

    // What runs are is told once, with their first entry; a spreadsheet can't look further up.
    /// <summary>An entry's row.</summary>
    public static string Row(AuditEntry entry, AuditBody body, Origin origin)
    {
        var record = (body.Fact as AuditFact.Happened)?.Record;
        string?[] values =
        [
            entry.Number.ToString(CultureInfo.InvariantCulture),
            body.Wall.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
            record is null ? "pruned" : Words.Records[record.Kind],
            record?.Run?.Value,
            record?.Resource?.ToString(),
            record is { Token: > 0 } ? record.Token.ToString(CultureInfo.InvariantCulture) : null,
            record?.Conclusion is { } conclusion ? Words.Conclusions[conclusion] : null,
            origin.Workflow,
            origin.Event,
            origin.Ref,
            origin.Sha,
            origin.Actor,
            origin.ExternalRunId,
            origin.Url,
            RecordWords.Of(body.Fact, new Telling(_ => null, (record?.At) ?? default)),
        ];
        return new StringBuilder().AppendJoin(',', values.Select(Cell)).Append("\r\n").ToString();
    }

    // Spreadsheets take what begins so for a formula (https://owasp.org/www-community/attacks/CSV_Injection).
    private static string Cell(string? value)
    {
        if (string.IsNullOrEmpty(value))
            return "";
        var text = OneLine.Of(value, Longest);
        if (text[0] is '=' or '+' or '-' or '@')
            text = $"'{text}";
        return text.AsSpan().ContainsAny(',', '"')
            ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
            : text;
    }
}
