namespace Baton.Workflows.Events.Contexts;

/// <summary>A text that a run has, as far as it can be told from its event.</summary>
public abstract record Fact
{
    private Fact() { } // closed: every case is here

    /// <summary>It is known, also that it is empty.</summary>
    public sealed record Known(string Text) : Fact;

    /// <summary>It is there, but the payload doesn't tell it.</summary>
    /// <param name="Why">One sentence without its full stop.</param>
    public sealed record Unknown(string Why) : Fact;

    internal static Fact Of(string? text, string why) => text is null ? new Unknown(why) : new Known(text);
}
