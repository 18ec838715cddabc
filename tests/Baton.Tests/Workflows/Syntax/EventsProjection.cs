using System.Text.Json.Nodes;
using Baton.Workflows.Syntax;
using Baton.Workflows.Syntax.Triggers;
using Baton.Workflows.Yaml;

namespace Baton.Tests.Workflows.Syntax;

/// <summary>Writes what starts a workflow as the reader of GitHub's editor does; its cases are marked for it alone.</summary>
internal static class EventsProjection
{
    public static JsonObject Of(Workflow workflow) =>
        new(workflow.Triggers.Select(trigger => KeyValuePair.Create(trigger.Name.Text, (JsonNode?)Of(trigger))));

    private static JsonObject Of(Trigger trigger)
    {
        var written = new JsonObject();
        switch (trigger)
        {
            case Trigger.Event happened:
                if (happened.Types.Count > 0)
                    written["types"] = Texts(happened.Types);
                foreach (var filter in happened.Filters)
                    written[filter.Name.Text] = Texts(filter.Patterns);
                break;
            case Trigger.Dispatch { Inputs.Count: > 0 } dispatch:
                written["inputs"] = new JsonObject(
                    dispatch.Inputs.Select(input => KeyValuePair.Create(input.Name.Text, (JsonNode?)Of(input)))
                );
                break;
        }

        return written;
    }

    private static JsonObject Of(Input input)
    {
        var written = new JsonObject { ["type"] = input.Type?.Text ?? "string" };
        if (input.Description is { } description)
            written["description"] = description.Text;
        if (input.Default is Setting<YamlScalar>.Written { Value: var given })
            written["default"] = given.Type == YamlType.Flag ? given.IsTrue : given.AsText();
        if (input.Options.Count > 0)
            written["options"] = Texts(input.Options);
        return written;
    }

    private static JsonArray Texts(IReadOnlyList<YamlScalar> scalars) => [.. scalars.Select(scalar => scalar.AsText())];
}
