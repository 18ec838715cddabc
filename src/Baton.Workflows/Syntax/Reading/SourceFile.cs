using Baton.Workflows.Findings;
using Baton.Workflows.Syntax.Shapes;
using Baton.Workflows.Yaml;

namespace Baton.Workflows.Syntax.Reading;

/// <summary>A file while its tree becomes something that can be understood, and what was found in it so far.</summary>
/// <param name="name">The name that findings carry.</param>
/// <param name="document">Its tree.</param>
internal sealed class SourceFile(string name, YamlDocument document)
{
    // Nobody reads more; and a file made of nothing but mistakes costs no more than others.
    private const int MostFindings = 200;

    private readonly List<Finding> findings = [.. document.Findings];

    public string Name { get; } = name;

    public YamlDocument Document { get; } = document;

    /// <summary>The expressions of its values, found by the check of its form.</summary>
    public Expressions Expressions { get; } = new();

    /// <summary>Whether so much is wrong that the rest isn't looked at.</summary>
    public bool IsFull => findings.Count >= MostFindings;

    public bool HasErrors => findings.Exists(finding => finding.Severity == Severity.Error);

    /// <summary>What was found, in the order of the file; once, also where aliases lead to it again.</summary>
    public IReadOnlyList<Finding> Findings() =>
        [.. findings.Distinct().OrderBy(finding => finding.Line).ThenBy(finding => finding.Column)];

    /// <summary>What another part found, until there is enough.</summary>
    public void Add(IEnumerable<Finding> others)
    {
        foreach (var finding in others)
        {
            if (IsFull)
                return;
            findings.Add(finding);
        }
    }

    public void Add(YamlNode node, string message, string? hint = null) =>
        findings.Add(
            new Finding(Name, node.Line, node.Column, message, hint) { Length = Math.Max(0, node.Span.Length) }
        );

    public void Warn(YamlNode node, string message, string? hint = null) =>
        findings.Add(
            new Finding(Name, node.Line, node.Column, message, hint)
            {
                Length = Math.Max(0, node.Span.Length),
                Severity = Severity.Warning,
            }
        );

    /// <summary>Something that isn't there: the place is where it should be.</summary>
    public void AddMissing(YamlNode node, string message, string hint) =>
        findings.Add(new Finding(Name, node.Line, node.Column, message, hint));

    /// <summary>Something at a character of a value.</summary>
    public void AddInside(YamlScalar scalar, (int Index, int Length) place, (string Message, string? Hint) what)
    {
        var (line, column) = YamlPlaces.Of(Document.Text, scalar, place.Index);
        findings.Add(new Finding(Name, line, column, what.Message, what.Hint) { Length = place.Length });
    }

    public static SourceFile Read(ReadOnlySpan<byte> bytes, string name, YamlRules rules) =>
        new(name, YamlReader.Read(bytes, name, rules));

    /// <summary>The root, its form checked; null where there is nothing that could have the form.</summary>
    public YamlMapping? Checked(Shape shape)
    {
        if (Document.Root is null)
        {
            if (findings.Count == 0)
                findings.Add(new Finding(Name, 1, 1, "the file is empty", $"it should be {shape.Mappings[0].What}"));
            return null;
        }

        new FormCheck(this).Check(Document.Root, shape);
        return Document.Root as YamlMapping;
    }
}
