using Baton.Workflows.Syntax.Steps;

namespace Baton.Tests.Workflows.Syntax;

/// <summary>The ids that the reference makes up for steps that have none.</summary>
internal sealed class StepIds
{
    private readonly HashSet<string> taken = new(StringComparer.OrdinalIgnoreCase);

    public string Of(Step step)
    {
        if (step.Id is { Text.Length: > 0 } id)
        {
            taken.Add(id.Text);
            return id.Text;
        }

        var name = new string([.. Name(step).Select(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' ? c : '_')]);
        for (var count = 1; ; count++)
        {
            var suffix = count == 1 ? "" : $"_{count}";
            var full = $"__{name}";
            var candidate = full[..Math.Min(full.Length, 100 - suffix.Length)] + suffix;
            if (taken.Add(candidate))
                return candidate;
        }
    }

    private static string Name(Step step) =>
        step switch
        {
            Step.Uses { Action.Text: var text } when text.StartsWith("docker://", StringComparison.Ordinal) => text[
                9..
            ],
            Step.Uses { Action.Text: var text } when text.StartsWith('.') => "self",
            Step.Uses { Action.Text: var text } => string.Join('/', text.Split('@')[0].Split('/').Take(2)),
            Step.Wait => "wait",
            Step.WaitAll => "wait-all",
            Step.Cancel => "cancel",
            _ => "run",
        };
}
