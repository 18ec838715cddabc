using Baton.Workflows.Expressions.Embedding;
using Baton.Workflows.Expressions.Syntax;
using Baton.Workflows.Forecasts;
using Baton.Workflows.Syntax;

namespace Baton.Workflows.Meetings;

/// <summary>
/// Whether what two workflows do on their occasions excludes each other. Where two workflows share a name that neither
/// of them wrote a word of, such as <c>${{ github.ref }}</c> alone, that is an accident: who means it writes a word.
/// </summary>
public static class GroupMeeting
{
    /// <summary>The relation of two runs by the groups of their workflows.</summary>
    public static Meeting Of(Start left, Start right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        return (left.Group, right.Group) switch
        {
            ({ } a, { } b) => Of((left, a), (right, b)),
            (null, _) => new Meeting.Never($"{left} takes no group"),
            _ => new Meeting.Never($"{right} takes no group"),
        };
    }

    /// <summary>The relation of two groups, of a run or of a job.</summary>
    public static Meeting Of((Start Start, GroupForecast Group) left, (Start Start, GroupForecast Group) right)
    {
        var meeting = NameMeeting.Of(left.Group.Name, right.Group.Name);
        return
            !ReferenceEquals(left.Start.Workflow, right.Start.Workflow)
            && meeting is Meeting.Always or Meeting.SameThing
            && Accident(left, right) is { } why
            ? new Meeting.ByAccident(
                left.Group.Name.All.Count > 0 ? left.Group.Name.All[0].Outcome.ToString()! : "",
                why
            )
            : meeting;
    }

    private static string? Accident((Start Start, GroupForecast Group) left, (Start Start, GroupForecast Group) right)
    {
        if (HasOwnWord(left.Group.Concurrency) || HasOwnWord(right.Group.Concurrency))
            return null;
        if (!NamesWorkflow(left.Group.Concurrency) && !NamesWorkflow(right.Group.Concurrency))
            return "neither name says of which workflow it is";
        return
            left.Start.Workflow.Name?.AsText() is { } name
            && string.Equals(name, right.Start.Workflow.Name?.AsText(), StringComparison.OrdinalIgnoreCase)
            ? $"both workflows are called \"{Findings.OneLine.Of(name)}\""
            : null;
    }

    private static bool HasOwnWord(Concurrency concurrency) =>
        concurrency.Group switch
        {
            Setting<string>.Written => true,
            Setting<string>.Computed { Text: var text } => text.Parts.OfType<EmbeddedPart.Literal>()
                .Any(part => part.Text.Any(char.IsLetter)) || text.Parts.OfType<EmbeddedPart.Embedded>().Any(HasWord),
            _ => true,
        };

    // A text inside an expression, as in format('ci-{0}', github.ref).
    private static bool HasWord(EmbeddedPart.Embedded part) =>
        part.Expression.Root is { } root && Nodes(root).Any(node => IsWord(node));

    private static bool IsWord(Node node) =>
        node is not Node.Index
        && node.Parts.Any(below =>
            below is Node.Literal { Value: Expressions.Values.Value.Text { Content: var word } }
            && word.Any(char.IsLetter)
        );

    private static bool NamesWorkflow(Concurrency concurrency) =>
        concurrency.Group is Setting<string>.Computed { Scalar.Text: var text }
        && text.Contains("github.workflow", StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<Node> Nodes(Node node) => node.Parts.SelectMany(Nodes).Prepend(node);
}
