using Baton.Workflows.Expressions.Values;

namespace Baton.Workflows.Expressions.Partial;

/// <summary>
/// A value that is there when the expression is evaluated and that nobody knows before, by the way that leads to it from
/// its context. Two symbols with the same way are the same, as are their values in one run.
/// </summary>
public sealed class Symbol : IEquatable<Symbol>
{
    /// <summary>The step of a way that stands for all that is held there.</summary>
    public const string All = "*";

    internal Symbol(IReadOnlyList<string> way, SymbolHolding holding, SymbolOrigin origin, ISymbolParts? parts = null)
    {
        (Way, Holding, Origin, Parts) = (way, holding, origin, parts);
        var shown = IsShort(way) ? way.Skip(2) : way;
        Name = shown.First() + string.Concat(shown.Skip(1).Select(Shown));
    }

    /// <summary>The names from the context on; <see cref="All"/> for each item.</summary>
    public IReadOnlyList<string> Way { get; }

    /// <summary>
    /// The way with dots, without <c>github.event</c> where that leaves no doubt: <c>issue.number</c>, <c>github.run_id</c>.
    /// </summary>
    public string Name { get; }

    /// <summary>What is known of the kind of its value.</summary>
    public SymbolHolding Holding { get; }

    /// <summary>From where its value comes.</summary>
    public SymbolOrigin Origin { get; }

    internal ISymbolParts? Parts { get; }

    /// <summary>Whether its value counts as true whatever it is.</summary>
    public bool IsFilled => Holding is not (SymbolHolding.Text or SymbolHolding.Number or SymbolHolding.Anything);

    /// <summary>Whether its value is a text.</summary>
    public bool IsText => Holding is SymbolHolding.Text or SymbolHolding.FilledText;

    /// <summary>Whether its value is neither a list nor an object.</summary>
    public bool IsPrimitive => IsText || Holding is SymbolHolding.Number or SymbolHolding.FilledNumber;

    /// <summary>Why nothing is known of it, or null.</summary>
    public string? Doubt => (Origin as SymbolOrigin.Unknown)?.Why;

    /// <summary>Its value in a run.</summary>
    public Value In(EvaluationContext run)
    {
        ArgumentNullException.ThrowIfNull(run);
        var value = run.Contexts.Find(Way[0]) ?? Value.Null.Value;
        foreach (var step in Way.Skip(1))
            value = step == All ? Lookup.All(value) : Lookup.In(value, Value.Of(step));
        return value;
    }

    /// <inheritdoc/>
    public bool Equals(Symbol? other) =>
        other is not null && Way.SequenceEqual(other.Way, StringComparer.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Symbol);

    /// <inheritdoc/>
    public override int GetHashCode() =>
        Way.Aggregate(
            Way.Count,
            (sum, step) => HashCode.Combine(sum, StringComparer.OrdinalIgnoreCase.GetHashCode(step))
        );

    /// <inheritdoc/>
    public override string ToString() => $"{{{Name}}}";

    private static string Shown(string step) =>
        step == All || IsPlain(step) ? $".{step}" : $"['{step.Replace("'", "''", StringComparison.Ordinal)}']";

    private static bool IsPlain(string step) =>
        step.Length > 0 && step.All(letter => char.IsLetterOrDigit(letter) || letter is '_' or '-');

    // github.event.inputs.x is another value than inputs.x: one is a text where the other may be true.
    private static bool IsShort(IReadOnlyList<string> way) =>
        way.Count > 2
        && string.Equals(way[0], "github", StringComparison.OrdinalIgnoreCase)
        && string.Equals(way[1], "event", StringComparison.OrdinalIgnoreCase)
        && IsPlain(way[2])
        && !Vocabulary.KnownContexts.Contains(way[2], StringComparer.OrdinalIgnoreCase);
}
