using Baton.Runtime.Configuration;
using Baton.Runtime.Gating;
using Baton.Runtime.Gating.Checks;
using Baton.Runtime.Gating.Marks;

namespace Baton.Cli.Options;

/// <summary>Options of <c>gate</c>.</summary>
public static class GatingOptions
{
    // "end" is what the other verbs call it, and what BATON_ON_DUPLICATE may say for all of them.
    private static readonly Words<OnDuplicate> Duplicates = new(
        ("skip", Runtime.Configuration.OnDuplicate.End),
        ("wait", Runtime.Configuration.OnDuplicate.Wait),
        ("end", Runtime.Configuration.OnDuplicate.End)
    );

    private static readonly Words<Reruns> ReRunWords = new(("allow", Reruns.Allow), ("suppress", Reruns.Suppress));

    /// <summary>A filter.</summary>
    public static readonly Option<string> When = new(
        "when",
        "EXPR",
        "which events are meant, as an expression of GitHub Actions; others claim nothing",
        ValueReaders.Text(21_000)
    )
    {
        Default = "every event",
    };

    /// <summary>A preset.</summary>
    public static readonly Option<GatePreset> Preset = new(
        "preset",
        "PRESET",
        "issue, commit, agent or session: keys, windows and groups that belong together",
        ReadPreset
    );

    /// <summary>What becomes of re-runs.</summary>
    public static readonly Option<Reruns?> ReRuns = new(
        "reruns",
        "allow|suppress",
        "whether a run that a person started again may run inside the window of its keys",
        ValueReaders.Word(ReRunWords)
    )
    {
        Default = "allow",
    };

    /// <summary>What a duplicate does.</summary>
    public static readonly Option<OnDuplicate?> OnDuplicate = new(
        "on-duplicate",
        "skip|wait",
        "whether a duplicate is over at once, or waits and ends as the owner of the key does",
        ValueReaders.Word(Duplicates)
    )
    {
        Default = "baton.yml, else skip",
    };

    /// <summary>What earlier work may have left.</summary>
    public static readonly Option<Check> Check = new(
        "check",
        "KIND=VALUE",
        "what says that the work is done: branch=B, pr=B, pr=linked, label=L, assignee=A, comment=WORDS; values may have fields",
        ReadCheck
    )
    {
        Repeats = true,
    };

    /// <summary>What makes the decision visible.</summary>
    public static readonly Option<IReadOnlyList<Mark>> Mark = new(
        "mark",
        "MARKS",
        "what is put on the issue of a granted run: label=L, assignee=A, comment or comment=TEXT, with commas between them",
        ReadMarks
    )
    {
        Repeats = true,
    };

    /// <summary>The issue.</summary>
    public static readonly Option<string> Issue = new(
        "issue",
        "NUMBER",
        "the issue of --check and --mark; may have fields",
        ValueReaders.Text(1000)
    )
    {
        Default = "the event's issue or pull request, else the input issue",
    };

    /// <summary>Who owns the claim.</summary>
    public static readonly Option<ClaimOwner?> Owner = new(
        "owner",
        "job|run",
        "whether the claim is this job's, kept by a keeper, or the whole workflow run's, of which GitHub is asked",
        ValueReaders.Word(new Words<ClaimOwner>(("job", ClaimOwner.Job), ("run", ClaimOwner.Run)))
    )
    {
        Default = "job",
    };

    /// <summary>How long a claim of a workflow run's holds where GitHub can't be asked.</summary>
    public static readonly Option<TimeSpan?> ClaimMax = new(
        "claim-max",
        "SPAN",
        "with --owner run: how long the claim holds where nobody can ask GitHub whether the run goes on",
        ValueReaders.Span(TimeSpan.FromMinutes(1), Engine.Limits.LongestSpan)
    )
    {
        Default = "6h",
    };

    /// <summary>Whether a run that is not needed is cancelled.</summary>
    public static readonly Option<bool> CancelRun = new(
        "cancel-run",
        "",
        "cancel this workflow run at GitHub where it is a duplicate, superseded or not needed",
        ValueReaders.Truth
    );

    private static ValueReading ReadCheck(string text) =>
        Pair(text, Runtime.Gating.Checks.Check.Kinds) switch
        {
            ({ } kind, { Length: > 0 } value) => new ValueReading.Read(new Check(kind, value)),
            _ => Malformed(text, "KIND=VALUE", Runtime.Gating.Checks.Check.Kinds.All),
        };

    // A comma only ends a mark where another begins: a comment's sentence may have commas.
    private static ValueReading ReadMarks(string text)
    {
        var marks = new List<Mark>();
        foreach (var part in text.Split(','))
            if (Pair(part, Runtime.Gating.Marks.Mark.Kinds) is ({ } kind, var value))
                marks.Add(new Mark(kind, value ?? ""));
            else if (marks is [.., { Kind: MarkKind.Comment } last])
                marks[^1] = last with { Value = $"{last.Value},{part}" };
            else
                return Malformed(part, "MARK=VALUE", Runtime.Gating.Marks.Mark.Kinds.All);
        return marks.Find(mark => mark.Kind != MarkKind.Comment && mark.Value.Length == 0) is { } empty
                ? Malformed(
                    Runtime.Gating.Marks.Mark.Kinds.For(empty.Kind),
                    "MARK=VALUE",
                    Runtime.Gating.Marks.Mark.Kinds.All
                )
            : ValueReaders.Text(2000)(text) is ValueReading.Malformed malformed ? malformed
            : new ValueReading.Read(marks);
    }

    private static (T?, string?) Pair<T>(string text, Words<T> words)
        where T : struct
    {
        var equals = text.IndexOf('=', StringComparison.Ordinal);
        var (word, value) = equals < 0 ? (text, null) : (text[..equals], text[(equals + 1)..]);
        return (words.Meaning(word.Trim()), value?.Trim());
    }

    private static ValueReading.Malformed Malformed(string text, string form, IReadOnlyList<string> words) =>
        new($"{Workflows.Findings.OneLine.Quoted(text)} is no {form}; the words are {string.Join(", ", words)}");

    private static ValueReading ReadPreset(string text) =>
        GatePreset.Find(text) is { } preset
            ? new ValueReading.Read(preset)
            : new ValueReading.Malformed(
                $"{Workflows.Findings.OneLine.Quoted(text)} is not one of {string.Join(", ", GatePreset.All.Select(one => one.Name))}"
            );
}
