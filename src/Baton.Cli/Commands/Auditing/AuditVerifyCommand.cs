using Baton.Cli.Options;
using Baton.Cli.Output;
using Baton.Runtime.Audit;
using static System.Globalization.CultureInfo;

namespace Baton.Cli.Commands.Auditing;

/// <summary><c>baton audit verify</c>: whether anything in the audit was changed, taken out or cut off.</summary>
public static class AuditVerifyCommand
{
    private static readonly Option<AuditHead> Head = new(
        "head",
        "N:HASH",
        "a head that a summary printed once: the audit must pass through it",
        ReadHead
    );

    /// <summary>Its declaration.</summary>
    public static readonly Verb Verb = new("verify", "verify that no entry was changed or is missing")
    {
        Options = [Head, .. CommonOptions.Place, CommonOptions.Json],
        Essay =
            "The entries are a chain: each hash covers the entry and the hash before it. A\nhead from outside also finds an audit that was rewritten as a whole.",
        Examples =
        [
            ("baton audit verify", "exit code 0 if it is whole, 82 and the place if not"),
            ("baton audit verify --head 17:0d9c…", "and that entry 17 is the one that was printed"),
        ],
        Execute = ExecuteAsync,
    };

    private static async ValueTask<int> ExecuteAsync(Invocation call)
    {
        var site = Requesting.Site(call);
        var verdict = await VerdictAsync(call).ConfigureAwait(false);
        if (call.Has(CommonOptions.Json))
            await call.Surroundings.Out.WriteAsync(Json(site.Scope, verdict)).ConfigureAwait(false);
        else if (verdict is AuditVerdict.Whole whole)
            await call
                .Surroundings.Out.WriteLineAsync($"the audit of {site.Scope} is whole; its head is {whole.Head}")
                .ConfigureAwait(false);
        if (verdict is not AuditVerdict.Broken broken)
            return (int)ExitCode.Success;
        call.Surroundings.Say(
            string.Create(
                InvariantCulture,
                $"the audit of {site.Scope} is broken at entry {broken.Number}: {broken.What}"
            )
        );
        return (int)ExitCode.AuditBroken;
    }

    private static async ValueTask<AuditVerdict> VerdictAsync(Invocation call)
    {
        var known = call.Get(Head);
        var scope = await Reading.OpenAsync(Requesting.Site(call), call.Surroundings).ConfigureAwait(false);
        if (scope is null)
            return known is { Number: > 0 }
                ? new AuditVerdict.Broken(1, "there is no audit, and one is known from outside")
                : new AuditVerdict.Whole(AuditHead.None);
        await using var open = scope.ConfigureAwait(false);
        return await scope.VerifyAsync(known, default).ConfigureAwait(false);
    }

    private static string Json(string scope, AuditVerdict verdict) =>
        JsonText.Line(writer =>
        {
            writer.WriteString("scope", scope);
            writer.WriteBoolean("whole", verdict is AuditVerdict.Whole);
            writer.Put("head", (verdict as AuditVerdict.Whole)?.Head.ToString());
            writer.Put("broken_at", (verdict as AuditVerdict.Broken)?.Number);
            writer.Put("what", (verdict as AuditVerdict.Broken)?.What);
        });

    private static ValueReading ReadHead(string text) =>
        AuditHead.Parse(text) is { } head
            ? new ValueReading.Read(head)
            : new ValueReading.Malformed("a head like 17:HASH was expected, HASH being 64 hexadecimal digits");
}
