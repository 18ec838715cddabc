using System.Text;
using Baton.Workflows.Syntax.Issues;
using Baton.Workflows.Syntax.Reading;
using Baton.Workflows.Syntax.Shapes;
using Baton.Workflows.Yaml;

namespace Baton.Workflows.Syntax;

/// <summary>Reads issue forms (YAML) and issue templates (Markdown with a head between two lines of <c>---</c>).</summary>
public static class IssueTemplateReader
{
    /// <summary>Reads a file; its ending says which of the two it is. Never throws on what it holds.</summary>
    /// <param name="bytes">The file's content.</param>
    /// <param name="file">The name that findings carry.</param>
    public static FileReading<IssueTemplate> Read(ReadOnlySpan<byte> bytes, string file)
    {
        ArgumentNullException.ThrowIfNull(file);
        var isText = file.EndsWith(".md", StringComparison.OrdinalIgnoreCase);
        if (isText && Head(bytes) is not { Length: > 0 })
            return new FileReading<IssueTemplate>(null, [], new YamlDocument(null, []));
        var source = SourceFile.Read(isText ? Head(bytes) : bytes, file, YamlRules.Workflow);
        var root = source.Checked(isText ? IssueFormShape.Template : IssueFormShape.Form);
        return new FileReading<IssueTemplate>(
            root is null ? null : Template(file, root),
            source.Findings(),
            source.Document
        );
    }

    // From the first --- to before the second: so the lines of the head keep their numbers.
    private static ReadOnlySpan<byte> Head(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith(Encoding.UTF8.Preamble))
            bytes = bytes[Encoding.UTF8.Preamble.Length..];
        if (!bytes.StartsWith("---"u8))
            return [];
        var end = bytes[3..].IndexOf("\n---"u8);
        return end < 0 ? [] : bytes[..(end + 4)];
    }

    private static IssueTemplate Template(string file, YamlMapping root) =>
        new(file, root)
        {
            Name = SettingReader.Scalar(root["name"]),
            Title = SettingReader.Scalar(root["title"]),
            Labels = Words(root["labels"]),
            Assignees = Words(root["assignees"]),
        };

    // A list, or one text with commas.
    private static IReadOnlyList<string> Words(YamlNode? node) =>
        [
            .. SettingReader
                .Scalars(node)
                .SelectMany(scalar => node is YamlSequence ? [scalar.AsText()] : scalar.AsText().Split(','))
                .Select(word => word.Trim())
                .Where(word => word.Length > 0),
        ];
}
