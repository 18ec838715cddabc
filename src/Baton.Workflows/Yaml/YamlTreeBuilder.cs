using System.Globalization;
using Baton.Workflows.Findings;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Baton.Workflows.Yaml;

/// <summary>
/// Builds the tree from the parser's events, which come one by one: so a file that goes over a limit is left at that
/// point, and the depth of the recursion is bounded by <see cref="YamlLimits.Depth"/>.
/// </summary>
internal sealed class YamlTreeBuilder(IParser parser, string file)
{
    private readonly List<Finding> findings = [];
    private int nodes;

    public IReadOnlyList<Finding> Findings => findings;

    /// <summary>
    /// The root node, or null for an empty file. Throws <see cref="YamlException"/> where reading can't go on.
    /// </summary>
    public YamlNode? Build()
    {
        Expect<StreamStart>();
        if (parser.Current is StreamEnd)
            return null;
        Expect<DocumentStart>();
        var root = Node(depth: 0);
        Expect<DocumentEnd>();
        if (parser.Current is DocumentStart second)
            findings.Add(At(second.Start, "a second document starts here", "keep one document in the file"));
        return root;
    }

    public Finding At(Mark mark, string message, string? hint = null) =>
        new(file, Line(mark), Column(mark), message, hint);

    private YamlNode Node(int depth)
    {
        var current = parser.Current ?? throw new YamlException("the file ends too early");
        if (++nodes > YamlLimits.Nodes)
            throw Stop(current, string.Create(CultureInfo.InvariantCulture, $"more than {YamlLimits.Nodes} values"));
        if (depth > YamlLimits.Depth)
            throw Stop(current, string.Create(CultureInfo.InvariantCulture, $"more than {YamlLimits.Depth} levels"));
        RefuseProperties(current);
        return current switch
        {
            Scalar scalar => Scalar(scalar),
            SequenceStart start => Sequence(start, depth),
            MappingStart start => Mapping(start, depth),
            AnchorAlias alias => Alias(alias),
            _ => throw Stop(current, "a value was expected"),
        };
    }

    private YamlScalar Scalar(Scalar scalar)
    {
        Advance();
        var style = scalar.Style switch
        {
            ScalarStyle.SingleQuoted or ScalarStyle.DoubleQuoted => YamlStyle.Quoted,
            ScalarStyle.Literal or ScalarStyle.Folded => YamlStyle.Block,
            _ => YamlStyle.Plain,
        };
        return new YamlScalar(scalar.Value, style, Line(scalar.Start), Column(scalar.Start));
    }

    private YamlSequence Sequence(SequenceStart start, int depth)
    {
        Advance();
        var items = new List<YamlNode>();
        while (parser.Current is not SequenceEnd)
            items.Add(Node(depth + 1));
        Advance();
        return new YamlSequence(items, Line(start.Start), Column(start.Start));
    }

    private YamlMapping Mapping(MappingStart start, int depth)
    {
        Advance();
        var entries = new List<YamlEntry>();
        var seen = new Dictionary<string, YamlScalar>(StringComparer.Ordinal);
        while (parser.Current is not MappingEnd)
        {
            var key = Node(depth + 1);
            var value = Node(depth + 1);
            if (Accepts(key, seen))
                entries.Add(new YamlEntry((YamlScalar)key, value));
        }

        Advance();
        return new YamlMapping(entries, Line(start.Start), Column(start.Start));
    }

    private bool Accepts(YamlNode key, Dictionary<string, YamlScalar> seen)
    {
        if (key is not YamlScalar scalar)
            findings.Add(new Finding(file, key.Line, key.Column, $"a key is text, but here it is {key.Kind}"));
        else if (scalar is { Style: YamlStyle.Plain, Text: "<<" })
            findings.Add(new Finding(file, key.Line, key.Column, "merge keys (<<) are not read", "write the keys out"));
        else if (!seen.TryAdd(scalar.Text, scalar))
            findings.Add(
                new Finding(
                    file,
                    key.Line,
                    key.Column,
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"the key {OneLine.Quoted(scalar.Text)} is here twice, first on line {seen[scalar.Text].Line}"
                    )
                )
            );
        else
            return true;
        return false;
    }

    // An alias is refused, so what it stands for need not be known: the tree goes on with an empty value.
    private YamlScalar Alias(AnchorAlias alias)
    {
        findings.Add(
            At(alias.Start, $"aliases are not read (*{OneLine.Of(alias.Value.Value)})", "write the value out")
        );
        Advance();
        return new YamlScalar("", YamlStyle.Plain, Line(alias.Start), Column(alias.Start));
    }

    private void RefuseProperties(ParsingEvent current)
    {
        if (current is not NodeEvent node)
            return;
        if (!node.Anchor.IsEmpty)
            findings.Add(
                At(
                    node.Start,
                    $"anchors are not read (&{OneLine.Of(node.Anchor.Value)})",
                    "write the value out where it is used"
                )
            );
        if (!node.Tag.IsEmpty)
            findings.Add(
                At(node.Start, $"tags are not read ({OneLine.Of(node.Tag.Value)})", "write the value without it")
            );
    }

    private void Expect<T>()
        where T : ParsingEvent
    {
        if (parser.Current is null)
            Advance();
        if (parser.Current is not T)
            throw new YamlException(
                parser.Current?.Start ?? Mark.Empty,
                parser.Current?.End ?? Mark.Empty,
                "the document is not complete"
            );
        Advance();
    }

    // The scanner has slips of its own: on some broken files it throws what is no YamlException.
    private void Advance()
    {
        var before = parser.Current;
        try
        {
            parser.MoveNext();
        }
        catch (Exception slip) when (IsSlip(slip))
        {
            var (start, end) = (before?.Start ?? Mark.Empty, before?.End ?? Mark.Empty);
            throw new YamlException(start, end, "what comes after this can't be understood", slip);
        }
    }

    private static bool IsSlip(Exception failure) =>
        failure
            is InvalidOperationException
                or ArgumentException
                or FormatException
                or OverflowException
                or IndexOutOfRangeException
                or NullReferenceException
                or InvalidCastException;

    private static YamlException Stop(ParsingEvent at, string message) => new(at.Start, at.End, message);

    private static int Line(Mark mark) => (int)Math.Max(1, mark.Line);

    private static int Column(Mark mark) => (int)Math.Max(1, mark.Column);
}
