namespace Baton.Workflows.Rules;

/// <summary>For whom a rule is.</summary>
public enum Persona
{
    /// <summary>For everybody.</summary>
    Default,

    /// <summary>For those who want to hear what may be meant so, too.</summary>
    Strict,
}
