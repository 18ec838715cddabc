using System.Globalization;
using Baton.Workflows.Events.Filters;

namespace Baton.Tests.Workflows.Events;

/// <summary>
/// Small random patterns and names against a matcher that tries and takes back, written from the cheat sheet alone. A
/// failure prints its seed: BATON_SEED=n.
/// </summary>
public sealed class RandomGlobsTests
{
    private static readonly string[] Pieces =
    [
        "a",
        "b",
        "/",
        "*",
        "**",
        "**/",
        "a?",
        "b+",
        "[ab]",
        "[a-b]+",
        "\\*",
        "/?",
        "é",
    ];

    private static readonly string[] Letters = ["a", "b", "/", "*", "é"];

    [Fact]
    public void It_matches_what_a_naive_matcher_matches()
    {
        var seed = Environment.GetEnvironmentVariable("BATON_SEED") is { Length: > 0 } set
            ? int.Parse(set, CultureInfo.InvariantCulture)
            : 1;
        var (random, matched) = (new Random(seed), 0);
        for (var round = 0; round < 20_000; round++)
        {
            string[] pieces =
            [
                .. Enumerable.Range(0, random.Next(1, 7)).Select(_ => Pieces[random.Next(Pieces.Length)]),
            ];
            var name = string.Concat(
                Enumerable.Range(0, random.Next(8)).Select(_ => Letters[random.Next(Letters.Length)])
            );
            if (Glob.Read(string.Concat(pieces), GlobSubject.Path).Glob is not { } glob)
                continue;
            var expected = Naive(Merged(string.Concat(pieces)), name);
            if (glob.Matches(name) != expected)
                Assert.Fail($"replay with BATON_SEED={seed}: {glob.Text} on {name} should be {expected}");
            matched += expected ? 1 : 0;
        }

        matched.ShouldBeGreaterThan(500, "the names are too wild to be worth anything");
    }

    // The items of a text: longest first, as the cheat sheet reads.
    private static List<string> Merged(string text)
    {
        var items = new List<string>();
        for (var i = 0; i < text.Length; )
        {
            var length =
                text[i..].StartsWith("**/", StringComparison.Ordinal) ? 3
                : text[i..].StartsWith("**", StringComparison.Ordinal) ? 2
                : text[i] == '[' ? text.IndexOf(']', i) - i + 1
                : text[i] == '\\' ? 2
                : 1;
            var item = text.Substring(i, length);
            i += length;
            if (i < text.Length && text[i] is '?' or '+')
                item += text[i++];
            items.Add(item);
        }

        return items;
    }

    private static bool Naive(List<string> items, string name)
    {
        if (items.Count == 0)
            return name.Length == 0;
        var rest = items.GetRange(1, items.Count - 1);
        return items[0] switch
        {
            "*" => Prefixes(name).Any(length => !name[..length].Contains('/') && Naive(rest, name[length..])),
            "**" => Prefixes(name).Any(length => Naive(rest, name[length..])),
            ['*', '*', '/', ..] => Naive(rest, name)
                || Prefixes(name).Any(length => length > 1 && name[length - 1] == '/' && Naive(rest, name[length..])),
            [.. var one, '?'] when one != "\\" => Naive(rest, name) || (Takes(one, name) && Naive(rest, name[1..])),
            [.. var one, '+'] when one != "\\" => Takes(one, name)
                && (Naive(rest, name[1..]) || Naive(items, name[1..])),
            var one => Takes(one, name) && Naive(rest, name[1..]),
        };
    }

    private static IEnumerable<int> Prefixes(string name) => Enumerable.Range(0, name.Length + 1);

    private static bool Takes(string item, string name) =>
        name.Length > 0
        && item switch
        {
            "[ab]" or "[a-b]" => name[0] is 'a' or 'b',
            ['\\', var sign] => name[0] == sign,
            _ => item[0] == name[0],
        };
}
