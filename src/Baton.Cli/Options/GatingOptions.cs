using Baton.Runtime.Configuration;
using Baton.Runtime.Gating;

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

    private static ValueReading ReadPreset(string text) =>
        GatePreset.Find(text) is { } preset
            ? new ValueReading.Read(preset)
            : new ValueReading.Malformed(
                $"{Workflows.Findings.OneLine.Quoted(text)} is not one of {string.Join(", ", GatePreset.All.Select(one => one.Name))}"
            );
}
