using Baton.Workflows.Findings;
using Baton.Workflows.Syntax.Outlines;

namespace Baton.Cli.Commands.Evaluating;

/// <summary>What was understood of a file.</summary>
/// <param name="Outline">What it says; null where nothing could be understood.</param>
/// <param name="Findings">What is wrong, each with the text of its file.</param>
/// <param name="Missing">The called workflows whose files are not known.</param>
internal sealed record Explained(
    OutlinePart? Outline,
    IReadOnlyList<(Finding Finding, string Text)> Findings,
    IReadOnlyList<string> Missing
);
