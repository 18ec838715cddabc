using Baton.Workflows.Expressions.Values;

namespace Baton.Workflows.Expressions.Functions;

/// <summary>
/// A function of the language. It asks for its arguments one by one, since some are never evaluated; whoever evaluates,
/// wholly or in part, gives them.
/// </summary>
/// <param name="name">Its name as the documentation spells it; case doesn't count.</param>
/// <param name="least">The fewest arguments.</param>
/// <param name="most">The most arguments.</param>
public abstract class Function(string name, int least, int most)
{
    /// <summary>Its name as the documentation spells it.</summary>
    public string Name { get; } = name;

    /// <summary>What is wrong with a number of arguments, in GitHub's words, or null.</summary>
    public virtual string? Misfit(int count) =>
        count < least ? "Too few parameters supplied"
        : count > most ? "Too many parameters supplied"
        : null;

    /// <summary>Its value.</summary>
    public abstract Value Call(FunctionCall call);
}
