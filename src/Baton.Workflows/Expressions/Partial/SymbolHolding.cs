namespace Baton.Workflows.Expressions.Partial;

/// <summary>What is known of the kind of a symbol's value.</summary>
public enum SymbolHolding
{
    /// <summary>A text, perhaps an empty one.</summary>
    Text,

    /// <summary>A text that is never empty.</summary>
    FilledText,

    /// <summary>A number, perhaps 0, never NaN.</summary>
    Number,

    /// <summary>A number that is never 0 and never NaN.</summary>
    FilledNumber,

    /// <summary>A list.</summary>
    List,

    /// <summary>An object.</summary>
    Object,

    /// <summary>Any value, also null.</summary>
    Anything,
}
