using Baton.Workflows.Expressions.Functions;

namespace Baton.Runtime.Configuration;

/// <summary>The keys of <c>push:</c>.</summary>
internal static class PushSections
{
    public static readonly ConfigurationSection<BackoffSettings> Backoff = new(
        new("base", (s, v) => s with { Base = v.Span(TimeSpan.FromMilliseconds(1), ConfigurationLimits.LongestWait) }),
        new("factor", (s, v) => s with { Factor = v.Number(1, 10) }),
        new("max", (s, v) => s with { Max = v.Span(TimeSpan.FromMilliseconds(1), ConfigurationLimits.LongestWait) })
    );

    public static readonly ConfigurationSection<PushRule> Rule = new(
        new("paths", (s, v) => s with { Paths = ReadPaths(v) }),
        new("resolve", (s, v) => s with { Resolve = v.Word(Choices.Resolve) }),
        new("by", (s, v) => s with { By = v.Text("the key or column that tells a row") }),
        new("lists", (s, v) => s with { Lists = ReadLists(v) }, ".*.by"),
        new("keys", (s, v) => s with { Keys = ReadKeys(v) }, ".*.count-of"),
        new("command", (s, v) => s with { Command = [.. v.Items().Select(item => item.Text()).OfType<string>()] })
    );

    public static readonly ConfigurationSection<PushSettings> Push = new(
        new("attempts", (s, v) => s with { Attempts = v.Whole(1, 100) }),
        new(
            "deadline",
            (s, v) => s with { Deadline = v.Span(TimeSpan.FromSeconds(1), ConfigurationLimits.LongestWait) }
        ),
        new("backoff", (s, v) => s with { Backoff = ReadBackoff(v) }, Backoff.Paths(".")),
        new("queue", (s, v) => s with { Queue = v.Text("the name of a class of writers") }),
        new("preset", (s, v) => s with { Preset = v.Word(Choices.Preset) }),
        new("rules", (s, v) => s with { Rules = [.. v.Items().Select(ReadRule)] }, Rule.Paths("[]."))
    );

    private static BackoffSettings ReadBackoff(ConfigurationValue value)
    {
        var backoff = Backoff.Read(value, new());
        if (backoff.Base > backoff.Max)
            value.Add(
                $"base ({Durations.Format(backoff.Base.Value)}) is longer than max ({Durations.Format(backoff.Max.Value)})"
            );
        return backoff;
    }

    private static PushRule ReadRule(ConfigurationValue value)
    {
        var names = value.Entries().Select(entry => entry.Key.Text).ToHashSet(StringComparer.Ordinal);
        var rule = Rule.Read(value, new());
        if (!names.Contains("paths"))
            value.Add("a rule names its paths");
        if (!names.Contains("resolve"))
            value.Add($"a rule says how to resolve: one of {string.Join(", ", Choices.Resolve.All)}");
        if (rule.Resolve is not { } resolve)
            return rule;
        var merges = resolve is PushResolution.Json or PushResolution.Yaml;
        if (!merges && (names.Contains("lists") || names.Contains("keys")))
            value.Add("lists and keys go with resolve: json or yaml");
        if (resolve is not (PushResolution.Jsonl or PushResolution.Csv) && names.Contains("by"))
            value.Add("by goes with resolve: jsonl or csv; with json and yaml, write lists: { NAME: { by: KEY } }");
        if (resolve == PushResolution.Regenerate && rule.Command.Count == 0)
            value.Add("resolve: regenerate needs a command, a list of the program and its arguments");
        if (resolve != PushResolution.Regenerate && names.Contains("command"))
            value.Add("command goes with resolve: regenerate");
        return rule;
    }

    private static List<string> ReadPaths(ConfigurationValue value)
    {
        var paths = new List<string>();
        foreach (var item in value.Items())
        {
            if (item.Text("a pattern over paths") is not { } path)
                continue;
            if (path.StartsWith('/') || path.Contains('\\', StringComparison.Ordinal) || path.Split('/').Contains(".."))
                item.Add("a path is relative to the repository, with / between its folders and without ..");
            else if (FilePattern.Of(path) is null || path.StartsWith('!'))
                item.Add(
                    "a pattern doesn't start with # or !; the first rule that matches wins, so put the exception before it"
                );
            paths.Add(path);
        }

        if (paths.Count == 0)
            value.Expect("a list of patterns over paths");
        return paths;
    }

    private static Dictionary<string, string> ReadLists(ConfigurationValue value)
    {
        var by = new ConfigurationSection<string>(
            new ConfigurationKey<string>("by", (_, v) => v.Text("the key that tells an item") ?? "")
        );
        var lists = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, below) in value.Entries())
        {
            lists[name.Text] = by.Read(below, "");
            if (!below.Entries().Any(entry => entry.Key.Text == "by"))
                below.Expect("{ by: KEY }, the key that tells an item,");
        }

        return lists;
    }

    private static Dictionary<string, PushKeyRule> ReadKeys(ConfigurationValue value)
    {
        var keys = new Dictionary<string, PushKeyRule>(StringComparer.Ordinal);
        foreach (var (name, below) in value.Entries())
        {
            if (ReadKeyRule(below) is { } rule)
                keys[name.Text] = rule;
        }

        return keys;
    }

    private static PushKeyRule? ReadKeyRule(ConfigurationValue value)
    {
        if (value.IsMapping)
        {
            var section = new ConfigurationSection<string>(
                new ConfigurationKey<string>("count-of", (_, v) => v.Text("the name of a list") ?? "")
            );
            return new PushKeyRule.CountOf(section.Read(value, ""));
        }

        return value.Text(KeyRuleExpected) switch
        {
            "mine" => new PushKeyRule.Mine(),
            "remote" => new PushKeyRule.Remote(),
            "newest" => new PushKeyRule.Newest(),
            "max" => new PushKeyRule.Max(),
            "min" => new PushKeyRule.Min(),
            "sum" => new PushKeyRule.Sum(),
            null => null,
            _ => Unknown(value),
        };
    }

    private const string KeyRuleExpected = "mine, remote, newest, max, min, sum or { count-of: LIST }";

    private static PushKeyRule? Unknown(ConfigurationValue value)
    {
        value.Expect(KeyRuleExpected);
        return null;
    }
}
