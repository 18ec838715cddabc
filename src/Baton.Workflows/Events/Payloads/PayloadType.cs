namespace Baton.Workflows.Events.Payloads;

/// <summary>What a field of a payload holds where it is there and not null.</summary>
public abstract record PayloadType
{
    private PayloadType() { } // closed: every case is here

    /// <summary>Whether it counts as true wherever it is there: no empty text, no 0.</summary>
    public virtual bool IsFilled => true;

    /// <summary>A text.</summary>
    public sealed record Text(bool CanBeEmpty) : PayloadType
    {
        /// <inheritdoc/>
        public override bool IsFilled => !CanBeEmpty;
    }

    /// <summary>A number.</summary>
    public sealed record Number(bool CanBeZero) : PayloadType
    {
        /// <inheritdoc/>
        public override bool IsFilled => !CanBeZero;
    }

    /// <summary>True or false.</summary>
    public sealed record Truth : PayloadType
    {
        /// <inheritdoc/>
        public override bool IsFilled => false;
    }

    /// <summary>A list.</summary>
    /// <param name="Item">What each of its items is.</param>
    public sealed record List(PayloadType Item) : PayloadType;

    /// <summary>An object.</summary>
    /// <param name="Shape">Its fields.</param>
    public sealed record Object(PayloadShape Shape) : PayloadType;

    /// <summary>Whatever somebody put there, or what nobody describes.</summary>
    /// <param name="Shape">The fields where it is an object; null where nothing is known of them.</param>
    public sealed record Anything(PayloadShape? Shape = null) : PayloadType
    {
        /// <inheritdoc/>
        public override bool IsFilled => false;
    }
}
