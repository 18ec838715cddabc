namespace Baton.Workflows.Events.Matching;

/// <summary>Whether something that happened starts a workflow.</summary>
/// <param name="Why">One sentence without its full stop; foreign text in it is on one line.</param>
public abstract record TriggerMatch(string Why)
{
    // Closed: every case is here.
    private TriggerMatch()
        : this("") { }

    /// <summary>A run starts; it may still wait for somebody's approval, as the reason then says.</summary>
    public sealed record Starts(string Why) : TriggerMatch(Why);

    /// <summary>No run starts.</summary>
    public sealed record DoesNotStart(string Why) : TriggerMatch(Why);

    /// <summary>It depends on something that isn't known, or that GitHub doesn't say.</summary>
    public sealed record CantSay(string Why) : TriggerMatch(Why);

    /// <summary>Of reasons that all have to agree the strongest: one against is enough, then one that isn't known.</summary>
    internal static TriggerMatch? Strongest(IEnumerable<TriggerMatch?> matches)
    {
        TriggerMatch? strongest = null;
        foreach (var match in matches)
        {
            if (match is DoesNotStart)
                return match;
            strongest = match is CantSay || strongest is null ? strongest as CantSay ?? match : strongest;
        }

        return strongest;
    }
}
