using Baton.Workflows.Expressions.Embedding;
using Baton.Workflows.Syntax.Shapes;
using Baton.Workflows.Yaml;

namespace Baton.Workflows.Syntax.Reading;

/// <summary>
/// Holds a tree against the table of shapes: keys, values, and where expressions may stand. It goes on after whatever it
/// finds, so that all of a file is told at once.
/// </summary>
internal sealed class FormCheck(SourceFile file)
{
    private readonly ValueCheck values = new(file);

    public void Check(YamlNode root, Shape shape) => Check(root, shape, new FormPlace("the file", Names: null));

    private void Check(YamlNode node, Shape shape, FormPlace around)
    {
        if (file.IsFull)
            return;
        var place = shape.Names is null ? around : around with { Names = shape.Names };
        switch (node)
        {
            case YamlScalar scalar:
                values.Check(scalar, shape, place);
                break;
            case YamlSequence list when shape.IsAnything || shape.Item is not null:
                foreach (var item in list.Items)
                    CheckItem(item, shape, place);
                break;
            case YamlMapping mapping when shape.IsAnything:
                CheckFree(mapping, shape, place);
                break;
            case YamlMapping mapping when shape.Mappings.Count > 0:
                CheckMapping(mapping, shape.Mappings, place);
                break;
            default:
                file.Add(node, $"{place.Key} is {shape.InWords()}, but here it is {node.Kind}", Remedy(node, shape));
                break;
        }
    }

    private void CheckItem(YamlNode item, Shape list, FormPlace place)
    {
        var shape = list.IsAnything ? list : list.Item!;
        if (item is YamlMapping && !shape.IsAnything && shape.Mappings.Count == 0 && list.Mappings.Count > 0)
            file.Add(
                item,
                $"{place.Key} is {shape.InWords()}, but here it is {item.Kind}",
                "leave the - before it out"
            );
        else
            Check(item, shape, place);
    }

    private static string? Remedy(YamlNode node, Shape shape) =>
        node switch
        {
            YamlSequence when shape.Forms.HasFlag(Forms.Mapping) => "write its keys without a - before them",
            YamlMapping when shape.Item?.Forms.HasFlag(Forms.Mapping) == true =>
                "write each as an item, with a - before it",
            // What is left of {{ … }}, whose key was no text.
            YamlMapping { Entries.Count: 0, Span.Length: > 2 } =>
                $"if it is an expression, it starts with {ExpressionText.Opening}",
            _ => null,
        };

    private void CheckFree(YamlMapping mapping, Shape shape, FormPlace place)
    {
        var keys = new KeyCheck(file, values);
        foreach (var (key, value) in mapping.Entries)
        {
            keys.Check(key, place);
            Check(value, shape, place);
        }
    }

    private void CheckMapping(YamlMapping mapping, IReadOnlyList<MappingShape> shapes, FormPlace place)
    {
        var candidates = shapes;
        var keys = new KeyCheck(file, values);
        foreach (var (key, value) in mapping.Entries)
        {
            if (!keys.Check(key, place))
                continue;
            if (KeyCheck.IsExpression(key))
                Check(value, Shape.Anything, place.At(key.Text));
            else if (Narrowed(candidates, key.Text) is { Count: > 0 } narrowed)
            {
                candidates = narrowed;
                Check(value, narrowed[0].Key(key.Text)!.Shape, place.At(key.Text));
            }
            else if (candidates[0].Other is { } other)
                CheckOther(key, value, (candidates[0], other, place));
            else
                keys.Unknown(key, (shapes, candidates));
        }

        if (!keys.HasExpression)
            CheckRequired(mapping, candidates, keys);
    }

    private static IReadOnlyList<MappingShape> Narrowed(IReadOnlyList<MappingShape> candidates, string key)
    {
        var first = candidates[0].Key(key) is not null;
        if (candidates.Count == 1)
            return first ? candidates : [];
        return [.. candidates.Where(candidate => candidate.Key(key) is not null)];
    }

    private void CheckOther(YamlScalar key, YamlNode value, (MappingShape Mapping, Shape Other, FormPlace Place) within)
    {
        if (key.Text.Length == 0)
            file.Add(key, $"a name in {within.Mapping.What} can't be empty");
        Check(value, within.Other, within.Place.At(key.Text, within.Mapping.Each));
    }

    private void CheckRequired(YamlMapping mapping, IReadOnlyList<MappingShape> candidates, KeyCheck keys)
    {
        var shape = candidates[0];
        if (candidates.Count > 1)
        {
            if (!keys.HasUnknown && shape.Undecided is { } undecided)
                file.AddMissing(mapping, undecided.Message, undecided.Hint);
            return;
        }

        foreach (var key in shape.Known)
        {
            if (key.Required is not null && !keys.Has(key.Name) && !keys.MayMean(key.Name))
                file.AddMissing(mapping, $"{shape.What} must have the key {key.Name}", key.Required);
        }
    }
}
