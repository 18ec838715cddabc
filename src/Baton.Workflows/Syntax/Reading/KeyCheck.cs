using System.Globalization;
using Baton.Workflows.Expressions.Embedding;
using Baton.Workflows.Findings;
using Baton.Workflows.Syntax.Shapes;
using Baton.Workflows.Yaml;

namespace Baton.Workflows.Syntax.Reading;

/// <summary>The keys of one mapping: GitHub compares them without case.</summary>
internal sealed class KeyCheck(SourceFile file, ValueCheck values)
{
    private const int MostShown = 20;

    private static readonly IReadOnlyList<MappingShape> Homes =
    [
        .. WorkflowShape.Root.Mappings,
        .. JobShape.Job.Mappings,
        .. StepShape.OfJob.Mappings,
    ];

    private readonly List<YamlScalar> seen = [];
    private readonly List<string> unknown = [];
    private Dictionary<string, YamlScalar>? table;

    /// <summary>Whether a key is an expression, so that its name is not known yet.</summary>
    public bool HasExpression { get; private set; }

    /// <summary>Whether one was unknown.</summary>
    public bool HasUnknown => unknown.Count > 0;

    public static bool IsExpression(YamlScalar key) =>
        key.Text.Contains(ExpressionText.Opening, StringComparison.Ordinal);

    public bool Has(string key) =>
        seen.Exists(other => string.Equals(other.Text, key, StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether an unknown key looks like this one.</summary>
    public bool MayMean(string key) => unknown.Exists(other => Nearest.To(other, [key]) is not null);

    /// <summary>Whether the key can be taken as it stands.</summary>
    public bool Check(YamlScalar key, FormPlace place)
    {
        if (IsExpression(key))
        {
            HasExpression = true;
            return values.CheckKey(key, place);
        }

        if (Twin(key) is not { } twin)
            return true;
        file.Add(
            key,
            string.Create(
                CultureInfo.InvariantCulture,
                $"{OneLine.Quoted(key.Text)} is already here as {OneLine.Quoted(twin.Text)}, on line {twin.Line}: case does not count"
            )
        );
        return false;
    }

    public void Unknown(YamlScalar key, (IReadOnlyList<MappingShape> All, IReadOnlyList<MappingShape> Left) shapes)
    {
        unknown.Add(key.Text);
        var name = OneLine.Quoted(key.Text, 60);
        var shape = shapes.Left[0];
        if (shapes.All.FirstOrDefault(other => other.Key(key.Text) is not null) is { } elsewhere)
            file.Add(
                key,
                $"{name} can't stand here: this is {shape.What}, and the key is one of {elsewhere.What}",
                shape.Instead.GetValueOrDefault(key.Text)
                    ?? shapes.All[0].Apart
                    ?? $"remove it, or what makes this {shape.What}"
            );
        else
        {
            var known = shapes.Left.SelectMany(left => left.Known).Select(known => known.Name).Distinct().ToList();
            var what = shapes.Left.Count > 1 ? shape.General ?? shape.What : shape.What;
            var message = $"{what} has no key {name}";
            var hint = HintFor(key.Text, known);
            if (shape.IgnoresUnknown || shape.Ignored.Contains(key.Text))
                file.Warn(key, $"{message}, and GitHub passes over it", hint);
            else
                file.Add(key, message, hint);
        }
    }

    // A key of something else is most often one that is indented too far or not far enough.
    private static string? HintFor(string key, List<string> known)
    {
        // Tools that read YAML 1.1 and write it again make true of on.
        if (key == "true" && known.Contains("on"))
            return "did you mean on?";
        if (Nearest.To(key, known) is { } near)
            return $"did you mean {near}?";
        if (Homes.FirstOrDefault(home => home.Key(key) is not null) is { } home)
            return $"{key} is a key of {home.General ?? home.What}: is it indented as it should be?";
        return known.Count <= MostShown ? $"known: {string.Join(", ", known)}" : null;
    }

    private YamlScalar? Twin(YamlScalar key)
    {
        if (table is null && seen.Count < 16)
        {
            foreach (var other in seen)
            {
                if (string.Equals(other.Text, key.Text, StringComparison.OrdinalIgnoreCase))
                    return other;
            }

            seen.Add(key);
            return null;
        }

        table ??= seen.ToDictionary(other => other.Text, StringComparer.OrdinalIgnoreCase);
        if (!table.TryAdd(key.Text, key))
            return table[key.Text];
        seen.Add(key);
        return null;
    }
}
