using Baton.Runtime.Configuration;
using Baton.Workflows.Expressions.Functions;

namespace Baton.Runtime.Pushing.Merging;

/// <summary>The rules of <c>push.rules</c>, and which of them a path follows: the first that means it.</summary>
public sealed class PathRules
{
    private readonly IReadOnlyList<(PushRule Rule, IReadOnlyList<FilePattern> Patterns)> _rules;

    /// <summary>Rules in their order.</summary>
    public PathRules(IEnumerable<PushRule> rules) =>
        _rules = [
            .. rules.Select(rule =>
                (rule, (IReadOnlyList<FilePattern>)[.. rule.Paths.Select(FilePattern.Of).OfType<FilePattern>()])
            ),
        ];

    /// <summary>The rule of a path, or nothing.</summary>
    public PushRule? For(string path) =>
        _rules.FirstOrDefault(known => known.Patterns.Any(pattern => pattern.Matches(path))).Rule;

    /// <summary>The way that a file goes if no rule means it: by what its name says it is.</summary>
    public static PushResolution? Usual(string path) =>
        Path.GetExtension(path) switch
        {
            ".json" => PushResolution.Json,
            ".yml" or ".yaml" => PushResolution.Yaml,
            ".jsonl" or ".ndjson" => PushResolution.Jsonl,
            ".csv" => PushResolution.Csv,
            _ => null,
        };
}
