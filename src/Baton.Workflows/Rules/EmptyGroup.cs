using Baton.Workflows.Expressions.Embedding;
using Baton.Workflows.Expressions.Partial;
using Baton.Workflows.Expressions.Values;
using Baton.Workflows.Findings;
using Baton.Workflows.Forecasts;
using Baton.Workflows.Meetings;
using Baton.Workflows.Syntax;

namespace Baton.Workflows.Rules;

/// <summary>
/// An expression in the name of a group that is empty on some event, so that what it should tell apart is one: all
/// pushes of all branches with <c>github.head_ref</c>, which pull requests alone have.
/// </summary>
internal static class EmptyGroup
{
    public static Rule Rule { get; } =
        new("empty-group", "an expression of a group is empty on some event, and all its runs share one group", Find);

    /// <summary>The first expression of a group that is empty on an occasion, or null.</summary>
    public static string? EmptyPart(Start start, GroupForecast group) =>
        group.Concurrency.Group is Setting<string>.Computed { Text: var text }
            ? text
                .Parts.OfType<EmbeddedPart.Embedded>()
                .FirstOrDefault(part => IsEmpty(part, start))
                ?.Expression.Text.Trim()
            : null;

    private static IEnumerable<Suspicion> Find(WorkflowSet set)
    {
        foreach (var (workflow, starts) in set.Each())
        {
            var found = starts
                .SelectMany(start => start.RepositoryWide().Select(group => (Start: start, Group: group)))
                .Select(one => (one.Start, one.Group, Part: EmptyPart(one.Start, one.Group)))
                .Where(one => one.Part is not null)
                .GroupBy(one => one.Group.Concurrency, ReferenceEqualityComparer.Instance);
            foreach (var ofGroup in found)
            {
                var (_, group, part) = ofGroup.First();
                var what = group.AlwaysCancels()
                    ? "cancel each other"
                    : "wait for each other, and of those that wait all but the newest are dropped";
                yield return new Suspicion(
                    workflow.File,
                    group.Place(),
                    $"{OneLine.Of(part!, 60)} is empty on {Occasions.Named(ofGroup.Select(one => one.Start))}: all such runs have the group {OneLine.Quoted(group.OneName()!)} and {what}",
                    "name something that is there on every event: github.event.number || github.ref, say"
                );
            }
        }
    }

    private static bool IsEmpty(EmbeddedPart.Embedded part, Start start) =>
        Forecaster.TextOf(
            new ExpressionText(part.Expression.Text, [part]),
            start.Workflow,
            start.Occasion,
            Properties.None
        )
            is Possibilities<SymbolicText>.Exact { Outcome: Outcome<SymbolicText>.Gives { Value.Fixed: "" } };
}
