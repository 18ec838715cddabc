using Baton.Cli.Options;
using Baton.Cli.Output;
using Baton.Runtime.Audit;
using Baton.Runtime.Configuration;
using Baton.Runtime.Stores;

namespace Baton.Cli.Commands.Auditing;

/// <summary><c>baton audit list</c>: the newest entries of the audit, oldest of them first.</summary>
public static class AuditListCommand
{
    private const int Usual = 50;
    private const int Chunk = 500;

    private static readonly Option<int?> Limit = new(
        "limit",
        "N",
        "at most so many entries, the newest",
        ValueReaders.Whole(1, 1_000_000)
    )
    {
        Default = "50",
    };
    private static readonly Option<string> Run = new(
        "run",
        "RUN",
        "only those of a run, named as baton why has it",
        ValueReaders.Text(1000)
    );
    private static readonly Option<TimeSpan?> Since = new(
        "since",
        "SPAN",
        "only those that are not older",
        ValueReaders.Span(TimeSpan.Zero, Durations.Longest)
    );

    /// <summary>Its declaration.</summary>
    public static readonly Verb Verb = new("list", "list what happened, one entry a line")
    {
        Options = [Limit, Run, Since, .. CommonOptions.Place, CommonOptions.Json],
        Examples =
        [
            ("baton audit list", "the newest 50 entries"),
            ("baton audit list --since 1h --json", "the last hour, one object a line"),
        ],
        Execute = ExecuteAsync,
    };

    private static async ValueTask<int> ExecuteAsync(Invocation call)
    {
        var site = Requesting.Site(call);
        var scope = await Reading.OpenAsync(site, call.Surroundings).ConfigureAwait(false);
        if (call.Get(Run) is { } text && scope is null)
            await WhyCommand.FindAsync(scope, text, site.Scope).ConfigureAwait(false);
        if (scope is null)
            return (int)ExitCode.Success;
        await using var open = scope.ConfigureAwait(false);
        var entries = call.Get(Run) is { } run
            ? await OfRunAsync(scope, run).ConfigureAwait(false)
            : await NewestAsync(scope, call).ConfigureAwait(false);
        var told = await scope
            .ReadAsync(
                (view, now) => entries.Select(entry => ToldEntry.Of(entry, Reading.Telling(view, now))).ToList(),
                default
            )
            .ConfigureAwait(false);
        var oldest = Oldest(call);
        foreach (var entry in told.Where(entry => entry.Body.Wall >= oldest).TakeLast(call.Get(Limit) ?? Usual))
            await call
                .Surroundings.Out.WriteAsync(
                    call.Has(CommonOptions.Json) ? JsonText.Line(entry.Write) : entry.Line + "\n"
                )
                .ConfigureAwait(false);
        return (int)ExitCode.Success;
    }

    private static DateTimeOffset Oldest(Invocation call) =>
        call.Get(Since) is { } since ? call.Surroundings.Clock.GetUtcNow() - since : DateTimeOffset.MinValue;

    private static async ValueTask<IReadOnlyList<AuditEntry>> OfRunAsync(ITendedScope scope, string text)
    {
        var entries = new List<AuditEntry>();
        foreach (var run in await WhyCommand.FindAsync(scope, text, scope.Scope).ConfigureAwait(false))
            entries.AddRange(await scope.RecordsOfAsync(run.Id, default).ConfigureAwait(false));
        return [.. entries.OrderBy(entry => entry.Number)];
    }

    // Backwards in pieces, until there are enough or they are too old: an audit may be long.
    private static async ValueTask<IReadOnlyList<AuditEntry>> NewestAsync(ITendedScope scope, Invocation call)
    {
        var limit = call.Get(Limit) ?? Usual;
        var oldest = Oldest(call);
        var entries = new List<AuditEntry>();
        var end = (await scope.HeadAsync(default).ConfigureAwait(false)).Number + 1;
        while (end > 1 && entries.Count < limit && !(entries.Count > 0 && entries[0].Wall < oldest))
        {
            var start = Math.Max(1, end - Chunk);
            var piece = await scope.RecordsAsync(start, (int)(end - start), default).ConfigureAwait(false);
            var inside = piece.Where(entry => entry.Number < end).ToList();
            if (inside.Count == 0)
                break;
            entries.InsertRange(0, inside);
            end = start;
        }

        return entries;
    }
}
