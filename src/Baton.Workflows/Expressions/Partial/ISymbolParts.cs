namespace Baton.Workflows.Expressions.Partial;

/// <summary>What can be looked up in a symbol's value.</summary>
internal interface ISymbolParts
{
    /// <summary>What it has under a key; asks for a decision where that may be there or not.</summary>
    PartialValue Find(Symbol symbol, string key, Decisions decisions);

    /// <summary>What <c>*</c> makes of it.</summary>
    PartialValue All(Symbol symbol);
}
