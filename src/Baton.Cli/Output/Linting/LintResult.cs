using Baton.Workflows.Rules;

namespace Baton.Cli.Output.Linting;

/// <summary>What lint found.</summary>
/// <param name="Findings">The findings.</param>
/// <param name="Files">How many files were looked at.</param>
/// <param name="TextOf">The text of a file, by the name that findings carry.</param>
internal sealed record LintResult(IReadOnlyList<RuleFinding> Findings, int Files, Func<string, string> TextOf);
