using Baton.Workflows.Expressions;

namespace Baton.Workflows.Syntax.Shapes;

/// <summary>
/// What may stand as a value at one place of a file: the syntax is a table of these, and one walk over a tree with them
/// says all that is wrong with its form.
/// </summary>
internal sealed record Shape(Forms Forms)
{
    // Of more nobody finds the one that was meant.
    private const int MostNamed = 12;

    /// <summary>Any value at all, whatever is in it.</summary>
    public static Shape Anything { get; } = new(Forms.Text) { IsAnything = true };

    public static Shape Text { get; } = new(Forms.Text);

    /// <summary>Text that is not empty.</summary>
    public static Shape Filled { get; } = new(Forms.Text) { IsFilled = true };

    public static Shape Flag { get; } = new(Forms.Flag);

    public static Shape Number { get; } = new(Forms.Number);

    public static Shape Nothing { get; } = new(Forms.Nothing);

    public static Shape FilledOrList { get; } = Filled.Or(ListOf(Filled));

    public bool IsAnything { get; private init; }

    public bool IsFilled { get; private init; }

    /// <summary>Whether it is a condition, an expression also without <c>${{ }}</c>.</summary>
    public bool IsCondition { get; private init; }

    /// <summary>The words that a text must be one of; none: any text.</summary>
    public IReadOnlyList<string> Words { get; private init; } = [];

    /// <summary>What the items of a list are.</summary>
    public Shape? Item { get; private init; }

    /// <summary>The kinds of mapping that may stand here; the keys that are there decide which it is.</summary>
    public IReadOnlyList<MappingShape> Mappings { get; private init; } = [];

    /// <summary>What an expression here and below may name; null: the same as around it.</summary>
    public Vocabulary? Names { get; private init; }

    public static Shape Word(params IReadOnlyList<string> words) => new(Forms.Text) { Words = words };

    public static Shape Condition(Vocabulary names) => new(Forms.Text) { IsCondition = true, Names = names };

    public static Shape ListOf(Shape item) => new(Forms.List) { Item = item };

    public static Shape OneOf(IReadOnlyList<MappingShape> mappings) => new(Forms.Mapping) { Mappings = mappings };

    /// <summary>A mapping whose keys are free.</summary>
    /// <param name="what">What the mapping is.</param>
    /// <param name="value">What each value is.</param>
    /// <param name="each">What one key names, as in "the job".</param>
    public static Shape Table(string what, Shape value, string? each = null) =>
        OneOf([new MappingShape(what, [], value) { Each = each }]);

    public Shape Or(Shape other) =>
        this with
        {
            Forms = Forms | other.Forms,
            IsFilled = IsFilled || other.IsFilled,
            Words = [.. Words, .. other.Words],
            Item = Item ?? other.Item,
            Mappings = [.. Mappings, .. other.Mappings],
        };

    /// <summary>The same, with what expressions in it may name.</summary>
    public Shape Knowing(Vocabulary names) => this with { Names = names };

    /// <summary>The forms in words, for a message.</summary>
    public string InWords()
    {
        var words = new List<string>();
        if (Words.Count > 0)
            words.Add(
                Words.Count == 1 ? Words[0]
                : Words.Count > MostNamed ? "a single word"
                : "one of " + string.Join(", ", Words)
            );
        else if (IsCondition)
            words.Add("a condition");
        else if (Forms.HasFlag(Forms.Text))
            words.Add(IsFilled ? "a text that is not empty" : "a text");
        if (Forms.HasFlag(Forms.Flag))
            words.Add("true or false");
        if (Forms.HasFlag(Forms.Number))
            words.Add("a number");
        if (Forms.HasFlag(Forms.List))
            words.Add("a list");
        if (Forms.HasFlag(Forms.Mapping))
            words.Add("a mapping");
        if (words.Count == 0)
            words.Add("nothing");
        return string.Join(" or ", words);
    }
}
