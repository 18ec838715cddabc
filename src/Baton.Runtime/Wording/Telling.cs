using Baton.Engine;
using Baton.Engine.Resources;
using Baton.Runtime.Stores.Stored.V1;

namespace Baton.Runtime.Wording;

/// <summary>What sentences need to know beside what they tell: who the runs are, and what time it is.</summary>
/// <param name="Find">The title of a run, or nothing for one that the store has forgotten.</param>
/// <param name="Now">Scope time now.</param>
public sealed record Telling(Func<RunId, RunTitle?> Find, Instant Now)
{
    /// <summary>Knows no run by more than its id.</summary>
    public static Telling Bare(Instant now) => new(_ => null, now);

    /// <summary>A run with its title and address: `run 01J… (opened #12, https://…)`.</summary>
    public string Run(RunId id)
    {
        var name = "run " + Plain.Text(id.Value);
        if (Find(id) is not { } run)
            return name;
        var known = ((string?[])[run.Title, run.Url])
            .Where(part => !string.IsNullOrEmpty(part))
            .Select(part => Plain.Text(part!));
        var inside = string.Join(", ", known);
        return inside.Length == 0 ? name : $"{name} ({inside})";
    }

    /// <summary>A run where there is little room: its title alone, or its id if it has none.</summary>
    public string Title(RunId id) => Plain.Text(Find(id)?.Title ?? "run " + id.Value);

    /// <summary>A run, and for how long it has been so: `run 01J… for 2 min now`.</summary>
    public string RunSince(RunId id) =>
        Find(id)?.Since is { } since && since <= Now ? $"{Run(id)} for {Spans.Of(Now - since)} now" : Run(id);

    /// <summary>How long it is until an instant: `for another 4 min`.</summary>
    public string Until(Instant until) => $"for another {Spans.Of(until - Now)}";

    /// <summary>A resource with its kind: `key issue-681`.</summary>
    public static string Resource(ResourceName name) => $"{Words.Kinds[name.Kind]} {Plain.Text(name.Name)}";

    /// <summary>The same at the beginning of a sentence.</summary>
    public static string Capital(string sentence) =>
        sentence.Length == 0 ? sentence : char.ToUpperInvariant(sentence[0]) + sentence[1..];
}
