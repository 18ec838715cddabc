namespace Baton.Workflows.Syntax.Shapes;

/// <summary>One kind of mapping.</summary>
internal sealed class MappingShape
{
    private readonly Dictionary<string, KeyShape> keys;

    /// <summary>Takes its keys.</summary>
    /// <param name="what">What it is, in a message: "a job".</param>
    /// <param name="known">The keys that it knows.</param>
    /// <param name="other">What the values of all other keys are; null: there are no others.</param>
    public MappingShape(string what, IReadOnlyList<KeyShape> known, Shape? other = null)
    {
        What = what;
        Known = known;
        Other = other;
        keys = known.ToDictionary(key => key.Name, StringComparer.Ordinal);
    }

    public string What { get; }

    public IReadOnlyList<KeyShape> Known { get; }

    public Shape? Other { get; }

    /// <summary>What all the kinds that may stand here are, while it can't be told which it is: "a job".</summary>
    public string? General { get; init; }

    /// <summary>What is wrong, and what to write, where the keys don't tell which of several kinds a mapping is.</summary>
    public (string Message, string Hint)? Undecided { get; init; }

    /// <summary>What to do about keys of two kinds in one mapping.</summary>
    public string? Apart { get; init; }

    /// <summary>What to do about a key of another kind, where that is not to make two mappings of it.</summary>
    public IReadOnlyDictionary<string, string> Instead { get; init; } = new Dictionary<string, string>();

    /// <summary>What one of the free keys names, as in "the job".</summary>
    public string? Each { get; init; }

    /// <summary>Whether unknown keys are passed over by GitHub, so that they are worth a warning only.</summary>
    public bool IgnoresUnknown { get; init; }

    /// <summary>Keys that mean something elsewhere, which GitHub passes over here.</summary>
    public IReadOnlyList<string> Ignored { get; init; } = [];

    public KeyShape? Key(string name) => keys.GetValueOrDefault(name);
}
