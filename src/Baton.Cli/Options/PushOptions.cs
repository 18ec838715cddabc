using Baton.Runtime.Configuration;
using Baton.Workflows.Findings;

namespace Baton.Cli.Options;

/// <summary>Options of a push.</summary>
public static class PushOptions
{
    private static readonly Words<AllowedEnd> AllowedEnds = new(
        ("partially-applied", AllowedEnd.PartiallyApplied),
        ("no-change", AllowedEnd.NoChange)
    );

    /// <summary>The message.</summary>
    public static readonly Option<string> Message = new("message", "TEXT", "the commit's message", ReadMessage)
    {
        Short = "-m",
    };

    /// <summary>The branch.</summary>
    public static readonly Option<string> Branch = new(
        "branch",
        "B",
        "the branch on the remote",
        ValueReaders.Text(250)
    )
    {
        Short = "-b",
        Default = "the one that is checked out, else the CI service's",
    };

    /// <summary>The remote.</summary>
    public static readonly Option<string> Remote = new(
        "remote",
        "R",
        "the remote: a name, a URL or a path",
        ValueReaders.Text(2000)
    )
    {
        Default = "the branch's own, else origin",
    };

    /// <summary>The author.</summary>
    public static readonly Option<(string Name, string Email)?> Author = new(
        "author",
        "'NAME <EMAIL>'",
        "who wrote the change",
        ReadAuthor
    )
    {
        Default = "git's own setting",
    };

    /// <summary>Signing off.</summary>
    public static readonly Option<bool> SignOff = new(
        "signoff",
        "",
        "add Signed-off-by with the committer",
        ValueReaders.Truth
    )
    {
        Short = "-s",
    };

    /// <summary>How often.</summary>
    public static readonly Option<int?> Attempts = new(
        "attempts",
        "N",
        "how often it is tried",
        ValueReaders.Whole(1, 100)
    )
    {
        Default = "baton.yml, else 5",
    };

    /// <summary>How long.</summary>
    public static readonly Option<TimeSpan?> Deadline = new(
        "deadline",
        "SPAN",
        "how long it is tried in all",
        ValueReaders.Span(TimeSpan.FromSeconds(1), ConfigurationLimits.LongestWait)
    )
    {
        Default = "baton.yml, else 5m",
    };

    /// <summary>Hooks.</summary>
    public static readonly Option<bool> Hooks = new("hooks", "", "run the clone's own hooks", ValueReaders.Truth);

    /// <summary>The queue.</summary>
    public static readonly Option<string> Queue = new(
        "queue",
        "CLASS",
        "wait in line with writers of this class, which have the same rights; one pushes for all",
        ValueReaders.Text(100)
    )
    {
        Default = "baton.yml, else none",
    };

    /// <summary>Ends that are no failure here.</summary>
    public static readonly Option<AllowedEnd?> Allow = new(
        "allow",
        "END",
        "an end that is no failure here: partially-applied, no-change",
        ValueReaders.Word(AllowedEnds)
    )
    {
        Repeats = true,
    };

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Option> All { get; } =
    [Message, Branch, Remote, Author, SignOff, Attempts, Deadline, Hooks, Queue, Allow];

    private static ValueReading ReadMessage(string text) =>
        string.IsNullOrWhiteSpace(text) ? new ValueReading.Malformed("it is empty")
        : text.Contains('\0', StringComparison.Ordinal) ? new ValueReading.Malformed("it has a character U+0000 in it")
        : text.Length > 100_000 ? new ValueReading.Malformed("it has more than 100000 characters")
        : new ValueReading.Read(text.ReplaceLineEndings("\n"));

    private static ValueReading ReadAuthor(string text)
    {
        var (open, close) = (text.IndexOf('<', StringComparison.Ordinal), text.LastIndexOf('>'));
        var name = open > 0 ? text[..open].Trim() : "";
        return OneLine.FirstUnsafe(text) < 0 && name.Length > 0 && close == text.Length - 1 && close > open + 1
            ? new ValueReading.Read((name, text[(open + 1)..close]))
            : new ValueReading.Malformed("'NAME <EMAIL>' was expected");
    }
}

/// <summary>An end of a push that somebody may take for none.</summary>
public enum AllowedEnd
{
    /// <summary>A rule dropped a part of the change.</summary>
    PartiallyApplied,

    /// <summary>Nothing of the change was left.</summary>
    NoChange,
}
