using System.Globalization;
using Baton.Workflows.Findings;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Baton.Workflows.Yaml;

/// <summary>
/// Builds the tree from the parser's events, which come one by one: so a file that goes over a limit is left at that
/// point, and the depth of the recursion is bounded by <see cref="YamlRules.Depth"/>.
/// </summary>
internal sealed class YamlTreeBuilder(IParser parser, string file, YamlRules rules)
{
    // Nobody reads more of them.
    private const int MostFindings = 200;

    private readonly List<Finding> findings = [];
    private readonly YamlAnchors anchors = new();
    private int nodes;

    // How deep the deepest node stands below the one that is being read.
    private int height;

    public IReadOnlyList<Finding> Findings => findings;

    public IReadOnlyList<YamlAlias> Aliases => anchors.Aliases;

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
            Add(second.Start, "a second document starts here", "keep one document in the file");
        return root;
    }

    private YamlNode Node(int depth)
    {
        var current = parser.Current ?? throw new YamlException("the file ends too early");
        Count(current, 1, depth);
        if (current is AnchorAlias alias)
            return Alias(alias, depth);
        var start = current as NodeEvent ?? throw Stop(current, "a value was expected");
        CheckProperties(start);
        var before = nodes;
        height = 0;
        if (!start.Anchor.IsEmpty)
            anchors.Open(start.Anchor.Value);
        YamlNode node = start switch
        {
            Scalar scalar => Scalar(scalar),
            SequenceStart sequence => Sequence(sequence, depth),
            _ => Mapping((MappingStart)start, depth),
        };
        if (!start.Anchor.IsEmpty)
            anchors.Close(start.Anchor.Value, new YamlAnchor(node, nodes - before + 1, height));
        return node;
    }

    private YamlScalar Scalar(Scalar scalar)
    {
        var style = scalar.Style switch
        {
            ScalarStyle.SingleQuoted or ScalarStyle.DoubleQuoted => YamlStyle.Quoted,
            ScalarStyle.Literal or ScalarStyle.Folded => YamlStyle.Block,
            _ => YamlStyle.Plain,
        };
        var type = style == YamlStyle.Plain ? CoreSchema.TypeOf(scalar.Value) : YamlType.Text;
        if (!scalar.Tag.IsEmpty)
            type = Tagged(scalar, style) ?? type;
        var span = Span(scalar.Start, scalar.End);
        Advance();
        return new YamlScalar(scalar.Value, style, type, span);
    }

    private YamlType? Tagged(Scalar scalar, YamlStyle style)
    {
        if (!rules.AllowsReferences)
            return null;
        var tag = scalar.Tag.Value;
        var type = CoreSchema.TypeOfTag(tag);
        if (type is null)
            Add(scalar.Start, $"the tag {OneLine.Of(tag)} is not read", YamlTags.Hint(tag));
        else if (type != YamlType.Text && style != YamlStyle.Plain)
            Add(
                scalar.Start,
                $"a value with the tag {OneLine.Of(tag)} can't be quoted",
                "remove the tag or the quotes"
            );
        else if (!CoreSchema.Fits(scalar.Value, tag))
            Add(scalar.Start, $"{OneLine.Quoted(scalar.Value)} is not what its tag {OneLine.Of(tag)} says");
        else
            return type;
        return null;
    }

    private YamlSequence Sequence(SequenceStart start, int depth)
    {
        Advance();
        var items = new List<YamlNode>();
        var deepest = 0;
        while (parser.Current is not SequenceEnd)
        {
            items.Add(Node(depth + 1));
            deepest = Math.Max(deepest, height);
        }

        height = deepest + 1;
        var span = Enclosing(start.Start, items.Count == 0 ? null : items[^1], start.Style == SequenceStyle.Flow);
        Advance();
        return new YamlSequence(items, span);
    }

    private YamlMapping Mapping(MappingStart start, int depth)
    {
        Advance();
        var first = parser.Current?.Start ?? start.Start;
        var entries = new List<YamlEntry>();
        var keys = new YamlKeys(file, findings);
        YamlNode? last = null;
        var deepest = 0;
        while (parser.Current is not MappingEnd)
        {
            var key = Node(depth + 1);
            deepest = Math.Max(deepest, height);
            last = Node(depth + 1);
            deepest = Math.Max(deepest, height);
            if (keys.Accepts(key))
                entries.Add(new YamlEntry((YamlScalar)key, last));
        }

        height = deepest + 1;
        var span = Enclosing(StartOf(start, first), last, start.Style == MappingStyle.Flow);
        Advance();
        return new YamlMapping(entries, span);
    }

    // The parser gives no place to a mapping of one pair that stands in a list without braces.
    private static Mark StartOf(MappingStart start, Mark first) =>
        start.Start.Index == 0 && first.Index > 0 && start.Style == MappingStyle.Flow ? first : start.Start;

    // The parser's own end of a block is where the next thing starts, and that of a bracket is before it.
    private YamlSpan Enclosing(Mark start, YamlNode? last, bool isFlow)
    {
        if (isFlow)
            return Span(start, parser.Current!.Start) with { EndColumn = Column(parser.Current.Start) + 1 };
        return last is null || last.Line < Line(start)
            ? Span(start, start)
            : new YamlSpan(Line(start), Column(start), last.Span.EndLine, last.Span.EndColumn);
    }

    private YamlNode Alias(AnchorAlias alias, int depth)
    {
        var span = Span(alias.Start, alias.End);
        var name = alias.Value.Value;
        var anchor = anchors.Find(name);
        height = 0;
        if (!rules.AllowsReferences)
            Add(alias.Start, $"aliases are not read (*{OneLine.Of(name)})", "write the value out");
        else if (anchor is null)
            AddUnknown(alias, name);
        else
        {
            Count(alias, anchor.Nodes - 1, depth + anchor.Height);
            height = anchor.Height;
            anchors.Aliases.Add(new YamlAlias(name, anchor.Node, span));
            Advance();
            return anchor.Node;
        }

        Advance();
        return new YamlScalar("", YamlStyle.Plain, YamlType.Nothing, span);
    }

    private void AddUnknown(AnchorAlias alias, string name)
    {
        if (anchors.IsOpen(name))
            Add(alias.Start, $"the alias *{OneLine.Of(name)} stands inside of what it stands for");
        else
            Add(
                alias.Start,
                $"there is no anchor &{OneLine.Of(name)} above this alias",
                Nearest.To(name, anchors.Names) is { } near
                    ? $"did you mean *{OneLine.Of(near)}?"
                    : "write &"
                        + OneLine.Of(name)
                        + " before the value that it stands for, or put a text that starts with * between quotes"
            );
    }

    private void CheckProperties(NodeEvent node)
    {
        if (!node.Anchor.IsEmpty && !rules.AllowsReferences)
            Add(
                node.Start,
                $"anchors are not read (&{OneLine.Of(node.Anchor.Value)})",
                "write the value out where it is used"
            );
        if (node.Tag.IsEmpty || (rules.AllowsReferences && node is Scalar))
            return;
        if (!rules.AllowsReferences || !IsOfCollection(node))
            Add(node.Start, $"tags are not read ({OneLine.Of(node.Tag.Value)})", YamlTags.Hint(node.Tag.Value));
    }

    private static bool IsOfCollection(NodeEvent node) =>
        node.Tag.IsNonSpecific
        || node.Tag.Value == (node is SequenceStart ? "tag:yaml.org,2002:seq" : "tag:yaml.org,2002:map");

    private void Count(ParsingEvent at, int more, int depth)
    {
        nodes += more;
        if (findings.Count >= MostFindings)
            throw Stop(
                at,
                string.Create(CultureInfo.InvariantCulture, $"there are {MostFindings} mistakes above"),
                "the rest is not read"
            );
        if (nodes > rules.Nodes)
            throw Stop(at, string.Create(CultureInfo.InvariantCulture, $"more than {rules.Nodes} values"));
        if (depth > rules.Depth)
            throw Stop(at, string.Create(CultureInfo.InvariantCulture, $"more than {rules.Depth} levels"));
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

    private void Add(Mark at, string message, string? hint = null) =>
        findings.Add(new Finding(file, Line(at), Column(at), message, hint));

    private static YamlRefusedException Stop(ParsingEvent at, string message, string? hint = null) =>
        new(Span(at.Start, at.End), hint is null ? $"{message}, which is more than is read" : message, hint);

    private static YamlSpan Span(Mark start, Mark end) => new(Line(start), Column(start), Line(end), Column(end));

    private static int Line(Mark mark) => (int)Math.Max(1, mark.Line);

    private static int Column(Mark mark) => (int)Math.Max(1, mark.Column);
}
