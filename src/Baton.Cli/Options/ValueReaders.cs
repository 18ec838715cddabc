using System.Diagnostics;
using System.Globalization;
using Baton.Runtime.Asking;
using Baton.Runtime.Configuration;
using Baton.Workflows.Findings;

namespace Baton.Cli.Options;

/// <summary>Ways to read the text of an option. Ranges and words are those of <c>baton.yml</c>.</summary>
public static class ValueReaders
{
    /// <summary>Any text that is one line.</summary>
    public static Func<string, ValueReading> Text(int longest) =>
        text =>
            text.Length == 0 ? Malformed("it is empty")
            : text.Length > longest
                ? Malformed(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"it has {text.Length} characters; at most {longest} are allowed"
                    )
                )
            : OneLine.FirstUnsafe(text) >= 0 ? Malformed("it has control characters")
            : new ValueReading.Read(text);

    /// <summary>The path of a file.</summary>
    public static ValueReading Path(string text) =>
        text.Length == 0 || text.Contains('\0', StringComparison.Ordinal)
            ? Malformed("the path of a file was expected")
            : new ValueReading.Read(text);

    /// <summary>A flag's value, for its variable and for <c>--flag=false</c>.</summary>
    public static ValueReading Truth(string text) =>
        text switch
        {
            "1" or "true" or "yes" or "on" => new ValueReading.Read(true),
            "0" or "false" or "no" or "off" => new ValueReading.Read(false),
            _ => Malformed($"{OneLine.Quoted(text)} is neither true nor false"),
        };

    /// <summary>A whole number in a range.</summary>
    public static Func<string, ValueReading> Whole(int least, int most) =>
        text =>
            int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number >= least
            && number <= most
                ? new ValueReading.Read(number)
                : Malformed(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{OneLine.Quoted(text)} is not a number from {least} to {most}"
                    )
                );

    /// <summary>A span of time in a range.</summary>
    public static Func<string, ValueReading> Span(TimeSpan least, TimeSpan most) =>
        text =>
            Durations.Parse(text) switch
            {
                DurationReading.Read { Value: var span } when span < least || span > most => Malformed(
                    $"{text} is not between {Durations.Format(least)} and {Durations.Format(most)}"
                ),
                DurationReading.Read read => new ValueReading.Read(read.Value),
                DurationReading.Malformed malformed => Malformed(malformed.Message),
                _ => throw new UnreachableException("a duration is read or malformed"),
            };

    /// <summary>One of some words.</summary>
    public static Func<string, ValueReading> Word<T>(Words<T> words)
        where T : struct =>
        text =>
            words.Meaning(text) is { } meaning
                ? new ValueReading.Read(meaning)
                : Malformed(
                    $"{OneLine.Quoted(text)} is not one of {string.Join(", ", words.All)}"
                        + (Nearest.To(text, words.All) is { } near ? $" (did you mean {near}?)" : "")
                );

    /// <summary>A rate: <c>10/1h</c>.</summary>
    public static ValueReading PerSpan(string text) =>
        Rate.Parse(text) switch
        {
            RateReading.Read read => new ValueReading.Read(read.Value),
            RateReading.Malformed malformed => Malformed(malformed.Message),
            _ => throw new UnreachableException("a rate is read or malformed"),
        };

    /// <summary>A store's address; a message never repeats the text, which may hold a password.</summary>
    public static ValueReading Store(string text) =>
        StoreAddress.Parse(text) switch
        {
            StoreReading.Read read => new ValueReading.Read(read.Value),
            StoreReading.Malformed malformed => Malformed(malformed.Message),
            _ => throw new UnreachableException("an address is read or malformed"),
        };

    /// <summary>A scope's name.</summary>
    public static ValueReading Scope(string text) =>
        ScopeName.Problem(text) is { } problem ? Malformed(problem) : new ValueReading.Read(ScopeName.Fold(text));

    /// <summary>A group: <c>NAME</c>, <c>NAME=UNITS</c> or <c>NAME=exclusive</c>; the name is a template.</summary>
    public static ValueReading Group(string text) =>
        GroupWish.Parse(text) switch
        {
            GroupWishReading.Read read => new ValueReading.Read(read.Wish),
            GroupWishReading.Malformed malformed => Malformed(malformed.Message),
            _ => throw new UnreachableException("a group is read or malformed"),
        };

    /// <summary>A key: <c>NAME</c> or <c>NAME=SPAN</c>; the name is a template.</summary>
    public static ValueReading Key(string text) =>
        Text(1000)(text) is ValueReading.Malformed malformed ? malformed : new ValueReading.Read(KeyWish.Parse(text));

    private static ValueReading.Malformed Malformed(string message) => new(message);
}
