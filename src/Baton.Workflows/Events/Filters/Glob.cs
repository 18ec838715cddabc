namespace Baton.Workflows.Events.Filters;

/// <summary>
/// A pattern of a filter: <c>*</c> takes anything but a slash, <c>**</c> anything, <c>**/</c> any folders or none,
/// <c>?</c> and <c>+</c> make the character before them optional and repeatable, <c>[a-z0]</c> is one of some letters and
/// digits, <c>\</c> takes the next character as it is, and <c>!</c> at the start excludes. Case counts, and the whole
/// name has to match: https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#filter-pattern-cheat-sheet.
/// That <c>**/</c> may be nothing: https://github.com/nektos/act/blob/master/pkg/workflowpattern/workflow_pattern.go
/// </summary>
/// <remarks>
/// The names come from strangers, the patterns too. So nothing is tried and taken back: all places of the pattern that
/// can be reached are followed at once, and the time is bounded by the product of the two lengths.
/// </remarks>
public sealed class Glob
{
    private readonly IReadOnlyList<GlobItem> items;

    private Glob(string text, IReadOnlyList<GlobItem> items, bool isNegative) =>
        (Text, this.items, IsNegative) = (text, items, isNegative);

    /// <summary>The pattern as it was written.</summary>
    public string Text { get; }

    /// <summary>Whether a <c>!</c> stands before it.</summary>
    public bool IsNegative { get; }

    /// <summary>Reads a pattern for what it is held against.</summary>
    public static GlobReading Read(string text, GlobSubject subject)
    {
        ArgumentNullException.ThrowIfNull(text);
        var reader = new GlobReader(text, subject);
        var items = reader.Items();
        return reader.Problems.Exists(problem => problem.Weight == GlobWeight.Refused)
            ? new GlobReading(null, reader.Problems)
            : new GlobReading(new Glob(text, items, reader.IsNegative), reader.Problems);
    }

    /// <summary>Whether it covers the whole name; a <c>!</c> before it doesn't count here.</summary>
    public bool Matches(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var (reached, next) = (new GlobPlaces(items), new GlobPlaces(items));
        reached.Enter(0);
        foreach (var rune in name.EnumerateRunes())
        {
            if (!reached.Step(rune.Value, next))
                return false;
            (reached, next) = (next, reached);
        }

        return reached.IsAtEnd;
    }

    /// <inheritdoc/>
    public override string ToString() => Text;
}
