using System.Text;
using System.Text.Json.Nodes;
using Baton.Workflows.Syntax.Calls;
using Baton.Workflows.Yaml;

namespace Baton.Tests.Workflows.Syntax;

/// <summary>
/// One case of the language services: a head, the workflow, the files that it calls with their names, and what comes
/// out, with lines of <c>---</c> between.
/// </summary>
internal sealed class ParserCase
{
    private readonly YamlMapping? head;

    private ParserCase(string file, IReadOnlyList<string> documents)
    {
        Name = ".github/workflows/" + Path.GetFileName(file);
        head = YamlReader.Read(Encoding.UTF8.GetBytes(documents[0]), Name, YamlRules.Workflow).Root as YamlMapping;
        Text = documents[1];
        for (var i = 2; i + 1 < documents.Count - 1; i += 2)
            Files[documents[i].Trim()] = documents[i + 1];
        Expected = JsonNode.Parse(documents[^1])!.AsObject();
    }

    public string Name { get; }

    public string Text { get; }

    public Dictionary<string, string> Files { get; } = new(StringComparer.Ordinal);

    public JsonObject Expected { get; }

    public bool HasSource => Head("include-source") is "true";

    public bool FollowsCalls => Head("skip-reusable-workflows") is not "true";

    public bool IsSkipped =>
        head?["skip"] is YamlSequence skip && skip.Items.Any(item => item is YamlScalar { Text: "C#" });

    /// <summary>A mistake of the reference that its own tests keep, about the order of its files.</summary>
    public bool IsAboutItsSlip => Head("is-partial-rerun") is "true";

    /// <summary>Limits that only the reference can have: they count its own objects.</summary>
    public bool IsAboutItsMemory => Head("max-result-size") is not null;

    public YamlRules Rules =>
        Head("max-file-size") is { } size
            ? YamlRules.Workflow with
            {
                Bytes = int.Parse(size, null),
            }
            : YamlRules.Workflow;

    public CallRules CallRules =>
        new(
            int.Parse(Head("max-nested-reusable-workflows-depth") ?? "9", null),
            int.Parse(Head("max-job-limit") ?? "1000", null),
            Head("permissions-policy") == "Write" ? DefaultPermissions.Write : DefaultPermissions.Read
        );

    public static ParserCase Read(string file)
    {
        var documents = new List<StringBuilder> { new() };
        foreach (var line in File.ReadAllText(file).Split('\n'))
        {
            if (line.TrimEnd() == "---")
                documents.Add(new StringBuilder());
            else
                documents[^1].Append(line).Append('\n');
        }

        return new ParserCase(file, documents.ConvertAll(document => document.ToString().TrimEnd('\n')));
    }

    private string? Head(string key) => (head?[key] as YamlScalar)?.Text;
}
