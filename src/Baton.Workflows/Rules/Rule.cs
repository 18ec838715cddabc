using Baton.Workflows.Findings;
using Baton.Workflows.Meetings;

namespace Baton.Workflows.Rules;

/// <summary>Something that goes wrong with runs that start beside each other, and how to find it in the files.</summary>
/// <param name="Id">Its name in output, in <c>--rule</c>, in comments; its page is <c>docs/rules/ID.md</c>.</param>
/// <param name="Says">What it finds, as one phrase.</param>
/// <param name="Find">Finds it in the workflows of a repository. Where something isn't known it finds nothing.</param>
public sealed record Rule(string Id, string Says, Func<WorkflowSet, IEnumerable<Suspicion>> Find)
{
    /// <summary>How bad it is; a warning if nothing else is said.</summary>
    public Severity Severity { get; init; } = Severity.Warning;

    /// <summary>How sure a finding is.</summary>
    public Confidence Confidence { get; init; } = Confidence.High;

    /// <summary>For whom it is.</summary>
    public Persona Persona { get; init; } = Persona.Default;
}
