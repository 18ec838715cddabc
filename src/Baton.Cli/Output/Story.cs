using Baton.Engine;
using Baton.Engine.Records;
using Baton.Engine.Runs;
using Baton.Engine.Views;
using Baton.Runtime.Audit;
using Baton.Runtime.Coordination;
using Baton.Runtime.Stores.Stored.V1;
using Baton.Runtime.Wording;
using static System.Globalization.CultureInfo;

namespace Baton.Cli.Output;

/// <summary>What <c>baton why</c> tells of one run: what it asked, for whom it waited, how it ended, and who won.</summary>
/// <param name="Run">The run.</param>
/// <param name="Now">Scope time.</param>
/// <param name="Sentences">The story.</param>
/// <param name="Winner">The run that ran instead, or that it waits for.</param>
/// <param name="Entries">Its audit entries, as they are told.</param>
public sealed record Story(
    Run Run,
    Instant Now,
    IReadOnlyList<string> Sentences,
    Run? Winner,
    IReadOnlyList<ToldEntry> Entries
)
{
    /// <summary>Tells a run from a view and its audit entries.</summary>
    public static Story Of(IScopeView view, Instant now, Run found, IReadOnlyList<AuditEntry> entries)
    {
        var run = view.Run(found.Id) ?? found;
        var telling = Commands.Reading.Telling(view, now);
        var reason = ReasonOf(view, now, run);
        var winner = reason?.Other is { } other ? view.Run(other) : null;
        return new Story(
            run,
            now,
            [Asked(run, telling), .. Waited(run, now), .. Stands(run, reason, telling)],
            winner,
            [.. entries.Select(entry => ToldEntry.Of(entry, telling))]
        );
    }

    private static Reason? ReasonOf(IScopeView view, Instant now, Run run) =>
        run.State == RunState.Waiting ? Picture.Of(view, now, run.Id)?.Reason ?? run.Reason
        : run.State == RunState.Stopping ? run.Stop?.Reason ?? run.Reason
        : run.Reason;

    private static string Asked(Run run, Telling telling)
    {
        var needs = string.Join(" and ", run.Ask.Needs.Select(need => Telling.Resource(need.Resource)));
        var origin = run.Ask.Origin;
        var because = origin.Event is { } name ? $" because of {Plain.Text(name)}" : "";
        var by = origin.Actor is { } actor ? $" by {Plain.Text(actor)}" : "";
        return $"{Telling.Capital(telling.Run(run.Id))} asked for {needs}{because}{by}, {Spans.Of(telling.Now - run.AskedAt)} ago.";
    }

    private static IEnumerable<string> Waited(Run run, Instant now)
    {
        if (run.StartedAt is { } started)
            yield return started - run.AskedAt < TimeSpan.FromSeconds(1)
                ? string.Create(InvariantCulture, $"It was granted at once, with token {run.Token}.")
                : string.Create(
                    InvariantCulture,
                    $"It waited {Spans.Of(started - run.AskedAt)} and was granted, with token {run.Token}."
                );
        else if (run.State == RunState.Waiting)
            yield return $"It has waited for {Spans.Of(now - run.AskedAt)}.";
    }

    private static IEnumerable<string> Stands(Run run, Reason? reason, Telling telling)
    {
        // What was told at its end was true then: a window that was open may be over.
        var then = telling with
        {
            Now = run.EndedAt ?? telling.Now,
        };
        var why = reason is null ? "" : $": {ReasonWords.Of(reason, then)}";
        yield return run switch
        {
            { State: RunState.Ended, Conclusion: { } end } => $"It {ConclusionWords.Of(end)}{why}.",
            { State: RunState.Waiting } => $"It waits{why}.",
            { State: RunState.Stopping } => $"It was told to stop{why}.",
            _ => $"It has been running for {Spans.Of(telling.Now - (run.StartedAt ?? telling.Now))}.",
        };
    }

    /// <summary>For people.</summary>
    public void Show(Page page)
    {
        foreach (var sentence in Sentences)
            page.Line(sentence);
        if (Winner is { } winner)
            page.Line($"Run {winner.Id} {Standing(winner)}.");
        if (Entries.Count > 0)
            page.Gap();
        foreach (var entry in Entries)
            page.Line(entry.Line, 2);
    }

    /// <summary>For programs.</summary>
    public string Json() =>
        JsonText.Line(writer =>
        {
            RunFields.Write(writer, Run, Now);
            writer.WriteStartArray("story");
            foreach (var sentence in Sentences)
                writer.WriteStringValue(sentence);
            writer.WriteEndArray();
            writer.Put("winner", Winner?.Id.Value);
            writer.Put("winner_url", Winner?.Ask.Origin.Url);
            writer.Array("records", Entries, (fields, entry) => entry.Write(fields));
        });

    private static string Standing(Run run) =>
        run is { State: RunState.Ended, Conclusion: { } end }
            ? ConclusionWords.Of(end)
            : $"is {Words.States[run.State]}";
}
