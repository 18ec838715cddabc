using Baton.Workflows.Expressions.Values;

namespace Baton.Workflows.Expressions.Functions;

/// <summary>What a function sees of one call of it.</summary>
public abstract class FunctionCall
{
    /// <summary>How many arguments there are.</summary>
    public abstract int Count { get; }

    /// <summary>What it may know besides its arguments.</summary>
    public abstract EvaluationContext Context { get; }

    /// <summary>An argument, evaluated at the first asking.</summary>
    public abstract Value Argument(int index);

    /// <summary>Ends the evaluation: the function has no value.</summary>
    /// <returns>What to throw.</returns>
    public abstract Exception Refuse(string message);

    /// <summary>An argument as text.</summary>
    public string Text(int index) => Coercion.ToText(Argument(index));

    /// <summary>Whether an argument is there and no array or object.</summary>
    public bool IsPrimitive(int index) => index < Count && Argument(index).IsPrimitive;

    /// <summary>Counts what the function builds.</summary>
    public MemoryCount NewMemory() => new(Context.Memory, () => Refuse("The maximum allowed memory size was exceeded"));
}
