using Baton.Workflows.Yaml;

namespace Baton.Workflows.Syntax.Reading;

/// <summary>Reads what workflows and jobs have alike.</summary>
internal sealed class PartReader(SettingReader settings)
{
    public Concurrency? Concurrency(YamlNode? node) =>
        node switch
        {
            YamlScalar scalar => new Concurrency(scalar, settings.Text(scalar)),
            YamlMapping mapping => new Concurrency(mapping, settings.Text(mapping["group"]))
            {
                CancelInProgress = settings.Flag(mapping["cancel-in-progress"]),
                Queue = settings.Text(mapping["queue"]),
            },
            _ => null,
        };

    public Defaults? Defaults(YamlNode? node) =>
        node is YamlMapping mapping && mapping["run"] is YamlMapping run
            ? new Defaults(mapping, settings.Text(run["shell"]), settings.Text(run["working-directory"]))
            : null;

    public static Permissions? Permissions(YamlNode? node) =>
        node switch
        {
            YamlScalar { Text: "read-all" } => new Permissions.All(PermissionLevel.Read, node),
            YamlScalar { Text: "write-all" } => new Permissions.All(PermissionLevel.Write, node),
            YamlMapping mapping => new Permissions.Listed(
                [
                    .. mapping.Entries.Select(entry => new Permission(
                        entry.Key,
                        (entry.Value as YamlScalar)?.Text switch
                        {
                            "read" => PermissionLevel.Read,
                            "write" => PermissionLevel.Write,
                            _ => PermissionLevel.None,
                        }
                    )),
                ],
                mapping
            ),
            _ => null,
        };
}
