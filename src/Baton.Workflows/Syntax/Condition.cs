using Baton.Workflows.Expressions.Embedding;
using Baton.Workflows.Yaml;

namespace Baton.Workflows.Syntax;

/// <summary>What must hold for a job or a step to run.</summary>
/// <param name="Text">The condition; one that mixes expressions with text is always true.</param>
/// <param name="AsksStatus">
/// Whether it asks for the status of what ran before, by <c>always()</c>, <c>cancelled()</c>, <c>failure()</c> or
/// <c>success()</c>. If not, GitHub puts <c>success() &amp;&amp;</c> before it.
/// </param>
/// <param name="Node">Where it stands.</param>
public sealed record Condition(ExpressionText Text, bool AsksStatus, YamlScalar Node);
