using Baton.Workflows.Findings;
using Baton.Workflows.Meetings;

namespace Baton.Workflows.Rules;

/// <summary>
/// Looks for hazards in the workflows of a repository: what reading the files found, then every rule. Comments in the
/// files silence single findings.
/// </summary>
public static class Linter
{
    /// <summary>The findings, by file and place.</summary>
    public static IReadOnlyList<RuleFinding> Lint(WorkflowSet set, LintChoice choice)
    {
        ArgumentNullException.ThrowIfNull(set);
        ArgumentNullException.ThrowIfNull(choice);
        var comments = set
            .Readings.Where(reading => reading.Content is not null)
            .ToDictionary(
                reading => reading.Content!.File,
                reading => IgnoreComment.In(reading.Document.Text),
                StringComparer.Ordinal
            );
        return
        [
            .. Syntax(set, choice)
                .Concat(Found(set, choice))
                .Where(found => !IsIgnored(found, comments))
                .Concat(comments.SelectMany(one => Unreasoned(one.Key, one.Value)))
                .OrderBy(found => found.Finding.File, StringComparer.Ordinal)
                .ThenBy(found => found.Finding.Line)
                .ThenBy(found => found.Finding.Column)
                .ThenBy(found => found.Id, StringComparer.Ordinal),
        ];
    }

    private static IEnumerable<RuleFinding> Syntax(WorkflowSet set, LintChoice choice) =>
        choice.Takes(RuleList.Syntax, Persona.Default)
            ? set
                .Readings.SelectMany(reading => reading.Findings)
                .Concat(set.CallFindings)
                .Select(finding => new RuleFinding(RuleList.Syntax, finding, Confidence.High))
            : [];

    private static IEnumerable<RuleFinding> Found(WorkflowSet set, LintChoice choice) =>
        RuleList
            .All.Where(rule => choice.Takes(rule.Id, rule.Persona))
            .SelectMany(rule => rule.Find(set).Select(found => Of(rule, found)));

    private static RuleFinding Of(Rule rule, Suspicion found) =>
        new(
            rule.Id,
            new Finding(found.File, found.Node.Line, found.Node.Column, found.Message, found.Hint)
            {
                Severity = rule.Severity,
                Length = found.Node.Span.Length,
            },
            rule.Confidence
        );

    private static bool IsIgnored(RuleFinding found, Dictionary<string, IReadOnlyList<IgnoreComment>> comments) =>
        comments.TryGetValue(found.Finding.File, out var ofFile)
        && ofFile.Any(comment =>
            comment.Line == found.Finding.Line
            && comment.Reason.Length > 0
            && comment.Ids.Contains(found.Id, StringComparer.Ordinal)
        );

    private static IEnumerable<RuleFinding> Unreasoned(string file, IReadOnlyList<IgnoreComment> comments) =>
        comments
            .Where(comment => comment.Reason.Length == 0)
            .Select(comment => new RuleFinding(
                RuleList.Syntax,
                new Finding(
                    file,
                    comment.At,
                    1,
                    "this comment ignores nothing: it has no reason",
                    "write the reason behind the bracket"
                )
                {
                    Severity = Severity.Warning,
                },
                Confidence.High
            ));
}
