using System.Globalization;
using Baton.Workflows.Findings;

namespace Baton.Runtime.Configuration;

/// <summary>Reads a mapping whose keys are patterns over names.</summary>
internal static class PatternTable
{
    public static IReadOnlyList<Matching<T>> Read<T>(ConfigurationValue value, ConfigurationSection<T> section, T empty)
    {
        var table = new List<Matching<T>>();
        foreach (var (key, below) in value.Entries())
        {
            if (Problem(key.Text) is { } problem)
                value.AddAt(key, problem);
            else if (table.Find(earlier => Covers(earlier.Pattern, key.Text)) is { } first)
                value.AddAt(
                    key,
                    $"no name gets here: {OneLine.Quoted(first.Pattern.Text)} stands before it and takes them all",
                    "the first match wins; put the narrower pattern first"
                );
            table.Add(new Matching<T>(new NamePattern(key.Text), section.Read(below, empty)));
        }

        return table;
    }

    private static string? Problem(string pattern)
    {
        if (string.IsNullOrWhiteSpace(pattern))
            return "a pattern over names was expected, but here is nothing";
        if (pattern.Length > ConfigurationLimits.LongestName)
            return string.Create(
                CultureInfo.InvariantCulture,
                $"a pattern has at most {ConfigurationLimits.LongestName} characters"
            );
        if (pattern.Contains("**", StringComparison.Ordinal))
            return "** means nothing in names; * stands for any text";
        return OneLine.FirstUnsafe(pattern) >= 0 ? "a pattern has no control characters" : null;
    }

    // A pattern's own text stands for all that it means, as long as no ? of the earlier one meets a * of this one.
    private static bool Covers(NamePattern earlier, string later) =>
        !earlier.Text.Contains('?', StringComparison.Ordinal) && earlier.Matches(later);
}
