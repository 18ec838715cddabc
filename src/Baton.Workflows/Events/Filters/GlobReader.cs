using System.Globalization;
using Baton.Workflows.Findings;

namespace Baton.Workflows.Events.Filters;

/// <summary>
/// Reads a pattern from left to right. What GitHub refuses: https://github.com/streem/pbandk/pull/127 (a sign in
/// brackets), https://github.com/shinji-san/SecretSharingDotNet/pull/381 (a <c>-</c> in brackets, tried in every
/// spelling), https://github.com/tenstorrent/tt-inference-server/pull/3115 (<c>++</c>). What is doubtful:
/// https://github.com/rhysd/actionlint/blob/main/docs/checks.md#check-glob-pattern
/// </summary>
internal sealed class GlobReader(string text, GlobSubject subject)
{
    private readonly int[] runes = [.. text.EnumerateRunes().Select(rune => rune.Value)];
    private readonly List<GlobItem> items = [];
    private int at;

    // Whether the item before may be made optional or repeatable.
    private bool takesQuantifier;

    public List<GlobProblem> Problems { get; } = [];

    public bool IsNegative { get; private set; }

    private int Here => at < runes.Length ? runes[at] : -1;

    public IReadOnlyList<GlobItem> Items()
    {
        if (runes.Length == 0)
        {
            Doubt(0, "the pattern is empty, and matches nothing", "leave it out, or write '**' for everything");
            return items;
        }

        Start();
        while (at < runes.Length)
            Next();
        Problems.AddRange(GlobNames.Problems(text, runes, subject));
        Problems.Sort((left, right) => left.Column.CompareTo(right.Column));
        return items;
    }

    private void Start()
    {
        if (Here != '!')
            return;
        IsNegative = true;
        at++;
        if (runes.Length == 1)
            Refuse(1, "nothing follows '!'", "write the pattern to exclude behind it");
    }

    private void Next()
    {
        switch (Here)
        {
            case '*':
                Star();
                break;
            case '?' or '+':
                Quantifier();
                break;
            case '[':
                Brackets();
                break;
            case '\\':
                Escape();
                break;
            default:
                Character(Here);
                break;
        }
    }

    private void Star()
    {
        var kind = GlobItemKind.WithinFolder;
        at++;
        takesQuantifier = false;
        if (Here == '*')
        {
            kind = GlobItemKind.Anything;
            at++;
            if (Here == '/')
            {
                kind = GlobItemKind.Folders;
                at++;
                takesQuantifier = true;
            }
        }

        items.Add(GlobItem.Star(kind));
    }

    private void Quantifier()
    {
        var sign = Here;
        at++;
        if (!takesQuantifier)
        {
            Refuse(
                at,
                $"'{(char)sign}' has no character before it to act on",
                $"write \\{(char)sign} for the character itself"
            );
            return;
        }

        takesQuantifier = false;
        var item = items[^1];
        items[^1] = sign == '?' ? item with { IsOptional = true } : item with { Repeats = true };
    }

    private void Brackets()
    {
        var brackets = new GlobBrackets(runes, at);
        Problems.AddRange(brackets.Problems);
        items.Add(new GlobItem(GlobItemKind.Characters, brackets.Ranges));
        at = brackets.End;
        takesQuantifier = true;
    }

    private void Escape()
    {
        at++;
        if (at == runes.Length)
        {
            Refuse(at, "'\\' has no character behind it", "write \\\\ for the character itself");
            return;
        }

        if (!"[?*+\\!".Contains((char)Here, StringComparison.Ordinal) && subject != GlobSubject.Name)
        {
            Doubt(
                at,
                $"'\\' before '{Shown(Here)}' says nothing: it is taken for '{Shown(Here)}' alone",
                "only [ ? * + \\ ! need it"
            );
        }

        Character(Here);
    }

    private void Character(int rune)
    {
        at++;
        items.Add(GlobItem.One(rune));
        takesQuantifier = true;
    }

    private void Refuse(int column, string message, string hint) =>
        Problems.Add(new GlobProblem(column, message, GlobWeight.Refused, hint));

    private void Doubt(int column, string message, string hint) =>
        Problems.Add(new GlobProblem(column, message, GlobWeight.Doubtful, hint));

    internal static string Shown(int rune) =>
        rune switch
        {
            '\n' => "\\n",
            '\r' => "\\r",
            '\t' => "\\t",
            _ => OneLine.Of(new System.Text.Rune(rune).ToString()),
        };

    internal static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
