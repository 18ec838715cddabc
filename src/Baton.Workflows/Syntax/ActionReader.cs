using Baton.Workflows.Syntax.Actions;
using Baton.Workflows.Syntax.Checks;
using Baton.Workflows.Syntax.Reading;
using Baton.Workflows.Syntax.Shapes;
using Baton.Workflows.Syntax.Steps;
using Baton.Workflows.Yaml;

namespace Baton.Workflows.Syntax;

/// <summary>Reads the files of actions.</summary>
public static class ActionReader
{
    /// <summary>Reads a file. Never throws on what it holds.</summary>
    /// <param name="bytes">The file's content.</param>
    /// <param name="file">The name that findings carry.</param>
    public static FileReading<ActionFile> Read(ReadOnlySpan<byte> bytes, string file)
    {
        var source = SourceFile.Read(bytes, file, YamlRules.Workflow);
        var action = source.Checked(ActionShape.Root) is { } root ? Action(source, root) : null;
        if (action is not null)
            new StepCheck(source).Check(action.Steps);
        return new FileReading<ActionFile>(action, source.Findings(), source.Document);
    }

    private static ActionFile Action(SourceFile source, YamlMapping root)
    {
        var settings = new SettingReader(source);
        var runs = root["runs"] as YamlMapping;
        return new ActionFile(source.Name, root)
        {
            Name = SettingReader.Scalar(root["name"]),
            Description = SettingReader.Scalar(root["description"]),
            Inputs = Below(root["inputs"], (key, value) => Input(settings, key, value)),
            Outputs = Below(root["outputs"], (key, value) => Output(settings, key, value)),
            Using = SettingReader.Scalar(runs?["using"]),
            Steps = new StepReader(settings).Steps(runs?["steps"]),
        };
    }

    private static IReadOnlyList<T> Below<T>(YamlNode? node, Func<YamlScalar, YamlMapping?, T?> read)
        where T : class =>
        node is YamlMapping mapping
            ? [.. mapping.Entries.Select(entry => read(entry.Key, entry.Value as YamlMapping)).OfType<T>()]
            : [];

    private static ActionInput Input(SettingReader settings, YamlScalar name, YamlMapping? input) =>
        new(
            name,
            input?["required"] is YamlScalar required
                && string.Equals(required.Text, "true", StringComparison.OrdinalIgnoreCase),
            settings.Text(input?["default"])
        );

    private static NamedSetting? Output(SettingReader settings, YamlScalar name, YamlMapping? output) =>
        settings.Text(output?["value"]) is { } value ? new NamedSetting(name, value) : null;
}
