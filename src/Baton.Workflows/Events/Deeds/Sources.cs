namespace Baton.Workflows.Events.Deeds;

/// <summary>Pages from which more than one deed is told.</summary>
internal static class Sources
{
    public const string Events =
        "https://docs.github.com/en/actions/reference/workflows-and-actions/events-that-trigger-workflows";

    public const string Payloads = "https://docs.github.com/en/webhooks/webhook-events-and-payloads";

    /// <summary>An issue from a template with two labels: three runs.</summary>
    public const string Labels = "https://github.com/metabase/metabase/pull/50271";

    public static IReadOnlyDictionary<string, string> Payload(params (string Path, string What)[] facts) =>
        facts.ToDictionary(fact => fact.Path, fact => fact.What, StringComparer.Ordinal);
}
