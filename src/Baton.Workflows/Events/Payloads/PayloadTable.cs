using System.Reflection;

namespace Baton.Workflows.Events.Payloads;

/// <summary>
/// The table of fields, which is a text beside this file; its head says what the signs mean and where the facts come
/// from. A shape is read when somebody asks for it: a start that asks for none pays nothing.
/// </summary>
internal sealed class PayloadTable
{
    private readonly Dictionary<string, PayloadShape> shapes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Dictionary<string, PayloadShape>> events = new(StringComparer.Ordinal);

    private PayloadTable(IEnumerable<string> lines)
    {
        foreach (var line in lines)
        {
            var words = line.Split(' ');
            if (words[0].StartsWith('@'))
                shapes.Add(words[0][1..], Shape(words[1..]));
            else
                Add(words[0], words[1].Split(','), Shape(words[2..]));
        }
    }

    /// <summary>What activities an event without any has.</summary>
    public const string NoActivity = "-";

    public static PayloadTable Shared { get; } = new(Lines());

    public IReadOnlyCollection<string> Events => events.Keys;

    /// <summary>The payloads of an event by activity; null where the table doesn't know the event.</summary>
    public IReadOnlyDictionary<string, PayloadShape>? Of(string name) => events.GetValueOrDefault(name);

    private static IEnumerable<string> Lines()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("payload-fields.txt")!;
        using var text = new StreamReader(stream);
        var whole = "";
        while (text.ReadLine() is { } line)
        {
            if (line.StartsWith("  ", StringComparison.Ordinal))
            {
                whole += line[1..];
                continue;
            }

            if (whole.Length > 0)
                yield return whole;
            whole = line.StartsWith('#') ? "" : line;
        }

        if (whole.Length > 0)
            yield return whole;
    }

    private void Add(string name, string[] activities, PayloadShape shape)
    {
        if (!events.TryGetValue(name, out var known))
            events.Add(name, known = new Dictionary<string, PayloadShape>(StringComparer.Ordinal));
        foreach (var activity in activities)
            known.Add(activity, shape);
    }

    private PayloadShape Shape(string[] words)
    {
        var others =
            words[^1] == "*" ? new PayloadType.Anything()
            : words[^1].StartsWith('*') ? Type(words[^1][1..])
            : null;
        return new PayloadShape(
            new Lazy<IReadOnlyList<PayloadField>>(() => [.. words.Where(word => word[0] != '*').Select(Field)]),
            others
        );
    }

    private PayloadField Field(string word)
    {
        var sign = word.AsSpan().IndexOfAny('!', '?');
        return new PayloadField(word[..sign], word[sign] == '!', Type(word[(sign + 1)..]));
    }

    private PayloadType Type(string sign) =>
        sign switch
        {
            "s" => new PayloadType.Text(CanBeEmpty: true),
            "S" => new PayloadType.Text(CanBeEmpty: false),
            "n" => new PayloadType.Number(CanBeZero: true),
            "N" => new PayloadType.Number(CanBeZero: false),
            "b" => new PayloadType.Truth(),
            "a" => new PayloadType.List(new PayloadType.Anything()),
            "o" => new PayloadType.Object(PayloadShape.Unknown),
            "x" => new PayloadType.Anything(),
            ['@', .. var shape] => new PayloadType.Object(shapes[shape]),
            ['x', '@', .. var shape] => new PayloadType.Anything(shapes[shape]),
            ['[', .. var item, ']'] => new PayloadType.List(Type(item)),
            _ => throw new InvalidOperationException($"the table of payloads has the sign {sign}, which nobody reads"),
        };
}
