namespace Baton.Workflows.Rules;

/// <summary>What lint looks for.</summary>
public sealed record LintChoice
{
    /// <summary>For whom.</summary>
    public Persona Persona { get; init; } = Persona.Default;

    /// <summary>These rules alone, by id, whoever they are for; empty: all.</summary>
    public IReadOnlyList<string> Rules { get; init; } = [];

    /// <summary>Not these, by id.</summary>
    public IReadOnlyList<string> Ignored { get; init; } = [];

    /// <summary>Whether a rule is looked for.</summary>
    public bool Takes(string id, Persona persona) =>
        !Ignored.Contains(id, StringComparer.Ordinal)
        && (Rules.Count == 0 ? persona <= Persona : Rules.Contains(id, StringComparer.Ordinal));
}
