using System.Globalization;
using System.Text;
using Baton.Cli.Options;
using Baton.Cli.Output;
using Baton.Runtime.Audit;
using Baton.Runtime.Stores;
using Baton.Runtime.Wording;

namespace Baton.Cli.Commands.Auditing;

/// <summary><c>baton audit show</c>: whole entries, by number or by run.</summary>
public static class AuditShowCommand
{
    // Longer digits are the beginning of a run's id, which has 26 characters.
    private const int MostDigits = 18;

    /// <summary>Its declaration.</summary>
    public static readonly Verb Verb = new("show", "show whole entries: one by its number, or those of a run")
    {
        Takes = "N|RUN",
        Words = (1, 1),
        Options = [.. CommonOptions.Place, CommonOptions.Json],
        Essay = "A number is an entry's; RUN is named as baton why has it, and a run's id has letters.",
        Examples =
        [
            ("baton audit show 17", "entry 17, with its body and its hashes"),
            ("baton audit show 01JD3Q --json", "the entries of a run, one object a line"),
        ],
        Execute = ExecuteAsync,
    };

    private static async ValueTask<int> ExecuteAsync(Invocation call)
    {
        var site = Requesting.Site(call);
        var scope = await Reading.OpenAsync(site, call.Surroundings).ConfigureAwait(false);
        try
        {
            var entries = await EntriesAsync(scope, call.Words[0], site.Scope).ConfigureAwait(false);
            var told = await scope!
                .ReadAsync(
                    (view, now) => entries.Select(entry => ToldEntry.Of(entry, Reading.Telling(view, now))).ToList(),
                    default
                )
                .ConfigureAwait(false);
            foreach (var entry in told)
                await call
                    .Surroundings.Out.WriteAsync(call.Has(CommonOptions.Json) ? Json(entry) : Text(entry))
                    .ConfigureAwait(false);
        }
        finally
        {
            if (scope is not null)
                await scope.DisposeAsync().ConfigureAwait(false);
        }

        return (int)ExitCode.Success;
    }

    private static async ValueTask<IReadOnlyList<AuditEntry>> EntriesAsync(
        ITendedScope? scope,
        string text,
        string name
    )
    {
        var digits = text.TrimStart('#');
        if (
            digits.Length > MostDigits
            || !long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        )
        {
            var entries = new List<AuditEntry>();
            foreach (var run in await WhyCommand.FindAsync(scope, text, name).ConfigureAwait(false))
                entries.AddRange(await scope!.RecordsOfAsync(run.Id, default).ConfigureAwait(false));
            return [.. entries.OrderBy(entry => entry.Number)];
        }

        var found = scope is null ? [] : await scope.RecordsAsync(number, 1, default).ConfigureAwait(false);
        return found is [var one] && one.Number == number
            ? found
            : throw new FailureException(
                new Failure(
                    ExitCode.NotFound,
                    $"the audit of {name} has no entry {digits}: baton audit list shows some"
                )
            );
    }

    private static string Json(ToldEntry told) =>
        JsonText.Line(writer =>
        {
            told.Write(writer);
            writer.WritePropertyName("body");
            writer.WriteRawValue(told.Entry.Body.Span);
        });

    private static string Text(ToldEntry told) =>
        $"{told.Line}\n  previous {told.Entry.Previous}\n  hash     {told.Entry.Hash}\n"
        + $"  body     {Plain.Text(Encoding.UTF8.GetString(told.Entry.Body.Span), 100_000)}\n";
}
