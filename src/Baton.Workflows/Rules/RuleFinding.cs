using Baton.Workflows.Findings;

namespace Baton.Workflows.Rules;

/// <summary>A finding of lint.</summary>
/// <param name="Id">The rule's id; <c>syntax</c> for what GitHub refuses or takes otherwise than it reads.</param>
/// <param name="Finding">What is wrong, and where.</param>
/// <param name="Confidence">How sure it is.</param>
public sealed record RuleFinding(string Id, Finding Finding, Confidence Confidence);
