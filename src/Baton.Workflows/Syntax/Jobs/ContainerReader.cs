using Baton.Workflows.Syntax.Reading;
using Baton.Workflows.Yaml;

namespace Baton.Workflows.Syntax.Jobs;

/// <summary>Reads containers.</summary>
internal sealed class ContainerReader(SettingReader settings)
{
    public Setting<Container>? Container(YamlNode? node) => settings.Structure(node, Read);

    public Setting<IReadOnlyList<Service>>? Services(YamlNode? node) =>
        settings.Structure<IReadOnlyList<Service>>(
            node,
            value =>
                value is YamlMapping mapping
                    ?
                    [
                        .. mapping
                            .Entries.Select(entry => (entry.Key, Container: Container(entry.Value)))
                            .Where(service => service.Container is not null)
                            .Select(service => new Service(service.Key, service.Container!)),
                    ]
                    : null
        );

    private Container? Read(YamlNode node) =>
        node switch
        {
            YamlScalar scalar => new Container(scalar, settings.Text(scalar)),
            YamlMapping mapping => new Container(mapping, settings.Text(mapping["image"]))
            {
                Options = settings.Text(mapping["options"]),
                Environment = settings.Table(mapping["env"]),
                Ports = settings.Texts(mapping["ports"]),
                Volumes = settings.Texts(mapping["volumes"]),
                Username = settings.Text((mapping["credentials"] as YamlMapping)?["username"]),
                Password = settings.Text((mapping["credentials"] as YamlMapping)?["password"]),
                Credentials = settings.Text(mapping["credentials"]),
                Entrypoint = settings.Text(mapping["entrypoint"]),
                Command = settings.Text(mapping["command"]),
            },
            _ => null,
        };
}
