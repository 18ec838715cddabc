using System.Globalization;
using Baton.Runtime.Asking;
using Baton.Runtime.Configuration;
using Baton.Runtime.Gating.Checks;
using Baton.Runtime.Gating.Marks;
using Baton.Workflows.Findings;

namespace Baton.Runtime.Gating;

/// <summary>Fills in what a gate looks for and puts, from the event.</summary>
/// <param name="site">Where it is asked.</param>
/// <param name="variable">Gives an environment variable's value or null.</param>
/// <param name="wishes">What the request is made of.</param>
public sealed class EntrancePlanner(Site site, Func<string, string?> variable, Wishes wishes)
{
    /// <summary>Where the number of the issue is, if nobody says.</summary>
    public const string UsualIssue =
        "{issue.number|pull_request.number|inputs.issue|inputs.issue_number|client_payload.issue}";

    private readonly Naming _naming = new(
        new EventFields(
            site.Ci with
            {
                Workflow = wishes.Workflow ?? site.Ci.Workflow,
            },
            new Planner(site, variable).PayloadFile(wishes),
            wishes.Item
        )
    );

    /// <summary>What is looked for and put for this event.</summary>
    /// <param name="checks">What to look for; the values are templates.</param>
    /// <param name="marks">What to put; the values are templates.</param>
    /// <param name="issue">The template of the issue's number; none for the usual.</param>
    /// <exception cref="AskingException">The event lacks a field, or a value can't be used.</exception>
    public EntranceWishes Make(IReadOnlyList<Check> checks, IReadOnlyList<Mark> marks, string? issue)
    {
        ArgumentNullException.ThrowIfNull(checks);
        ArgumentNullException.ThrowIfNull(marks);
        var isOfIssue = marks.Count > 0 || checks.Any(check => check.IsOfIssue);
        var number = isOfIssue ? Issue(issue ?? UsualIssue) : (long?)null;
        return new EntranceWishes
        {
            Checks = [.. checks.Select(check => check with { Value = _naming.Of("--check", check.Value) })],
            Marks = [.. marks.Select(mark => Filled(mark, number!.Value))],
            Issue = number,
            OnUnavailable = wishes.OnUnavailable ?? site.Configuration.OnUnavailable ?? OnUnavailable.Fail,
        };
    }

    private Mark Filled(Mark mark, long issue)
    {
        if (mark.Value.Length == 0)
            return mark;
        var filled = mark with { Value = _naming.Of("--mark", mark.Value) };
        if (mark.Kind != MarkKind.Comment)
            _ = Naming.Checked(
                "--mark",
                mark.Value,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"mark {Mark.Kinds.For(mark.Kind)} on {issue}: {filled.Value}"
                )
            );
        return filled;
    }

    private long Issue(string template)
    {
        var text = _naming.Of("--issue", template);
        return long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0
            ? number
            : throw new AskingException(AskingFault.Input, $"--issue: {OneLine.Quoted(text)} is no number of an issue");
    }
}
