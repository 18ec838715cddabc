namespace Baton.Workflows.Events.Payloads;

/// <summary>Whether a payload has a field: there, and not null.</summary>
public abstract record FieldPresence
{
    private FieldPresence() { } // closed: every case is here

    /// <summary>In every payload.</summary>
    public sealed record Always(PayloadType Type) : FieldPresence;

    /// <summary>In some; in others it isn't there, or null.</summary>
    public sealed record Sometimes(PayloadType Type) : FieldPresence;

    /// <summary>In none: an expression gets null.</summary>
    public sealed record Never : FieldPresence;

    /// <summary>Nobody says.</summary>
    /// <param name="Why">One sentence without its full stop.</param>
    public sealed record CantSay(string Why) : FieldPresence;

    internal static FieldPresence Of(bool isAlways, PayloadType type) =>
        isAlways ? new Always(type) : new Sometimes(type);

    /// <summary>A step further into what is there.</summary>
    internal FieldPresence Then(Func<PayloadType, FieldPresence> step) =>
        this switch
        {
            Always always => step(always.Type),
            Sometimes sometimes => step(sometimes.Type) is Always found
                ? new Sometimes(found.Type)
                : step(sometimes.Type),
            _ => this,
        };
}
