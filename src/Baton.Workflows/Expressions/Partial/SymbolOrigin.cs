namespace Baton.Workflows.Expressions.Partial;

/// <summary>From where the value of a symbol comes when the expression is evaluated.</summary>
public abstract record SymbolOrigin
{
    private SymbolOrigin() { } // closed: every case is here

    /// <summary>The event brings it: runs that concern the same thing have the same.</summary>
    public sealed record Event : SymbolOrigin;

    /// <summary>The run has it, and no event tells it: <c>github.run_id</c>, <c>github.sha</c>.</summary>
    public sealed record Run : SymbolOrigin;

    /// <summary>Whoever starts the run gives it: an input.</summary>
    public sealed record Given : SymbolOrigin;

    /// <summary>Nothing that is at hand says what it is, nor whether it is there.</summary>
    /// <param name="Why">One sentence without its full stop.</param>
    public sealed record Unknown(string Why) : SymbolOrigin;
}
