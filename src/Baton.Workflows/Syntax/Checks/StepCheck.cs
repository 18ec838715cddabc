using System.Globalization;
using Baton.Workflows.Findings;
using Baton.Workflows.Syntax.Reading;
using Baton.Workflows.Syntax.Steps;
using Baton.Workflows.Yaml;

namespace Baton.Workflows.Syntax.Checks;

/// <summary>What is wrong among the steps of one job or action.</summary>
internal sealed class StepCheck(SourceFile file)
{
    public void Check(IReadOnlyList<Step> steps)
    {
        var all = Flat(steps).ToList();
        var ids = new Dictionary<string, YamlScalar>(StringComparer.OrdinalIgnoreCase);
        foreach (var step in all)
        {
            if (step.Id is { } id && Identifier.Check(id, file) && !ids.TryAdd(id.AsText(), id))
                AddTwin(id, ids[id.AsText()]);
            if (step is Step.Uses uses)
                CheckAction(uses.Action);
        }

        foreach (var step in all)
            CheckTargets(step, ids);
    }

    private static IEnumerable<Step> Flat(IReadOnlyList<Step> steps) =>
        steps.SelectMany(step => step is Step.Parallel parallel ? Flat(parallel.Steps) : [step]);

    private void AddTwin(YamlScalar id, YamlScalar first) =>
        file.Add(
            id,
            string.Create(
                CultureInfo.InvariantCulture,
                $"the id {OneLine.Quoted(id.Text, 60)} is another step's already, on line {first.Line}"
            ),
            "give it another id"
        );

    private void CheckAction(YamlScalar action)
    {
        var text = action.Text;
        if (
            text.StartsWith("docker://", StringComparison.Ordinal)
            || text.StartsWith("./", StringComparison.Ordinal)
            || text.StartsWith(".\\", StringComparison.Ordinal)
            || (text.StartsWith("$/", StringComparison.Ordinal) && text.Trim('$', '/').Length > 0)
        )
            return;
        var parts = text.Split('@');
        var path = parts[0].Split(['/', '\\'], StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length == 2 && path.Length >= 2 && parts[1].Length > 0)
            return;
        file.Add(
            action,
            $"{OneLine.Quoted(text, 80)} names no action",
            parts.Length == 1 && path.Length >= 2
                ? "name a version after it, as in " + OneLine.Of(text, 60) + "@v1"
                : "write OWNER/REPOSITORY@REF, ./FOLDER or docker://IMAGE"
        );
    }

    private void CheckTargets(Step step, Dictionary<string, YamlScalar> ids)
    {
        IReadOnlyList<YamlScalar> targets = step switch
        {
            Step.Wait wait => wait.Ids,
            Step.Cancel cancel => [cancel.Target],
            _ => [],
        };
        foreach (var target in targets)
        {
            if (!ids.ContainsKey(target.Text))
                file.Add(
                    target,
                    $"there is no step with the id {OneLine.Quoted(target.Text, 60)}",
                    ids.Count == 0 ? "give the background step an id" : Nearest.Hint(target.Text, ids.Keys)
                );
        }
    }
}
