using Baton.Workflows.Syntax.Reading;
using Baton.Workflows.Yaml;

namespace Baton.Workflows.Syntax.Triggers;

/// <summary>Reads what starts a workflow: one name, a list of names, or names with filters.</summary>
internal sealed class TriggerReader(SettingReader settings)
{
    public IReadOnlyList<Trigger> Triggers(YamlNode? node) =>
        node is YamlMapping mapping
            ? [.. mapping.Entries.Select(entry => Trigger(entry.Key, entry.Value))]
            : [.. SettingReader.Scalars(node).Select(name => Trigger(name, name))];

    private Trigger Trigger(YamlScalar name, YamlNode node) =>
        name.Text switch
        {
            "schedule" => new Trigger.Schedule(name, node, Times(node)),
            "workflow_call" => Call(name, node),
            "workflow_dispatch" => new Trigger.Dispatch(name, node, Inputs((node as YamlMapping)?["inputs"])),
            _ => Event(name, node),
        };

    private static Trigger.Event Event(YamlScalar name, YamlNode node) =>
        node is YamlMapping mapping
            ? new Trigger.Event(name, node)
            {
                Types = SettingReader.Scalars(mapping["types"]),
                Filters =
                [
                    .. mapping
                        .Entries.Where(entry => entry.Key.Text != "types")
                        .Select(entry => new EventFilter(entry.Key, SettingReader.Scalars(entry.Value)))
                        .Where(filter => filter.Patterns.Count > 0),
                ],
            }
            : new Trigger.Event(name, node);

    private static IReadOnlyList<ScheduledTime> Times(YamlNode node) =>
        node is YamlSequence list
            ?
            [
                .. list
                    .Items.OfType<YamlMapping>()
                    .Select(time => new ScheduledTime(
                        time,
                        SettingReader.Scalar(time["cron"]),
                        SettingReader.Scalar(time["timezone"])
                    )),
            ]
            : [];

    private Trigger.Call Call(YamlScalar name, YamlNode node) =>
        node is YamlMapping mapping
            ? new Trigger.Call(name, node)
            {
                Inputs = Inputs(mapping["inputs"]),
                Secrets = Secrets(mapping["secrets"]),
                Outputs = Outputs(mapping["outputs"]),
            }
            : new Trigger.Call(name, node);

    private IReadOnlyList<Input> Inputs(YamlNode? node) =>
        node is YamlMapping mapping ? [.. mapping.Entries.Select(entry => Input(entry.Key, entry.Value))] : [];

    private Input Input(YamlScalar name, YamlNode node) =>
        node is YamlMapping input
            ? new Input(name, node)
            {
                Type = SettingReader.Scalar(input["type"]),
                Description = SettingReader.Scalar(input["description"]),
                IsRequired = input["required"] is YamlScalar { IsTrue: true },
                Default = settings.Structure(input["default"], value => value as YamlScalar),
                Options = SettingReader.Scalars(input["options"]),
            }
            : new Input(name, node);

    private static IReadOnlyList<CallSecret> Secrets(YamlNode? node) =>
        node is YamlMapping mapping
            ?
            [
                .. mapping.Entries.Select(entry => new CallSecret(
                    entry.Key,
                    entry.Value,
                    (entry.Value as YamlMapping)?["required"] is YamlScalar { IsTrue: true }
                )),
            ]
            : [];

    private IReadOnlyList<NamedSetting> Outputs(YamlNode? node) =>
        node is YamlMapping mapping
            ?
            [
                .. mapping
                    .Entries.Select(entry => (entry.Key, Value: settings.Text((entry.Value as YamlMapping)?["value"])))
                    .Where(output => output.Value is not null)
                    .Select(output => new NamedSetting(output.Key, output.Value!)),
            ]
            : [];
}
