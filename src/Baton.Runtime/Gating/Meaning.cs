namespace Baton.Runtime.Gating;

/// <summary>Whether an event is meant.</summary>
public abstract record Meaning
{
    private Meaning() { } // closed: every case is here

    /// <summary>It is.</summary>
    public sealed record Meant : Meaning;

    /// <summary>It isn't, for a reason in one sentence without its full stop.</summary>
    public sealed record NotMeant(string Why) : Meaning;
}
