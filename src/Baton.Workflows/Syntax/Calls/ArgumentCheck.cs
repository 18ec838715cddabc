using Baton.Workflows.Expressions.Embedding;
using Baton.Workflows.Findings;
using Baton.Workflows.Syntax.Jobs;
using Baton.Workflows.Syntax.Triggers;
using Baton.Workflows.Yaml;

namespace Baton.Workflows.Syntax.Calls;

/// <summary>The inputs and secrets of one call, against what the called workflow asks for.</summary>
internal sealed class ArgumentCheck(Workflow caller, Job.Call job, Trigger.Call call)
{
    public IEnumerable<Finding> Findings() => Inputs().Concat(job.InheritsSecrets ? [] : Secrets());

    private IEnumerable<Finding> Inputs()
    {
        if (job.With is Setting<IReadOnlyList<NamedSetting>>.Computed)
            return [];
        var given = job.With is Setting<IReadOnlyList<NamedSetting>>.Written { Value: var with } ? with : [];
        var required = call.Inputs.Where(input => input.IsRequired).Select(input => input.Name.Text);
        return Compare("input", (given, [.. call.Inputs.Select(input => input.Name.Text)], required))
            .Concat(Types(given));
    }

    private IEnumerable<Finding> Secrets() =>
        Compare(
            "secret",
            (
                job.Secrets,
                [.. call.Secrets.Select(secret => secret.Name.Text)],
                call.Secrets.Where(secret => secret.IsRequired).Select(secret => secret.Name.Text)
            )
        );

    private IEnumerable<Finding> Compare(
        string what,
        (IReadOnlyList<NamedSetting> Given, IReadOnlyList<string> Known, IEnumerable<string> Required) names
    )
    {
        if (names.Given.Any(given => given.Name.Text.StartsWith(ExpressionText.Opening, StringComparison.Ordinal)))
            yield break;
        foreach (var required in names.Required)
        {
            if (!names.Given.Any(given => Same(given.Name.AsText(), required)))
                yield return At(
                    job.Uses!,
                    $"the called workflow must be given the {what} {OneLine.Quoted(required, 60)}",
                    what == "input" ? "add it below with:" : "add it below secrets:, or write secrets: inherit"
                );
        }

        foreach (var given in names.Given)
        {
            if (!names.Known.Any(known => Same(given.Name.AsText(), known)))
                yield return At(
                    given.Value.Node,
                    $"the called workflow has no {what} {OneLine.Quoted(given.Name.Text, 60)}",
                    names.Known.Count == 0 ? "remove it" : Nearest.Hint(given.Name.Text, names.Known)
                );
        }
    }

    private IEnumerable<Finding> Types(IReadOnlyList<NamedSetting> given)
    {
        foreach (var argument in given)
        {
            var input = call.Inputs.FirstOrDefault(input => Same(input.Name.Text, argument.Name.AsText()));
            if (argument.Value is not Setting<string>.Written { Node: YamlScalar value })
                continue;
            var fits = input?.Type?.Text switch
            {
                "boolean" => value.Type == YamlType.Flag,
                "number" => value.Type == YamlType.Number,
                _ => true,
            };
            if (!fits)
                yield return At(
                    value,
                    $"the input {OneLine.Quoted(argument.Name.Text, 60)} is a {input!.Type!.Text}, but here it is {OneLine.Quoted(value.Text, 60)}"
                );
        }
    }

    private static bool Same(string left, string right) =>
        string.Equals(left, right, StringComparison.OrdinalIgnoreCase);

    private Finding At(YamlNode node, string message, string? hint = null) =>
        new(caller.File, node.Line, node.Column, message, hint) { Length = node.Span.Length };
}
