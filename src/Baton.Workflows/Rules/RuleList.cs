namespace Baton.Workflows.Rules;

/// <summary>All rules, in the order in which the pages list them.</summary>
public static class RuleList
{
    /// <summary>The id of what reading the files alone finds.</summary>
    public const string Syntax = "syntax";

    /// <summary>The rules.</summary>
    public static IReadOnlyList<Rule> All { get; } =
    [
        GroupsApart.Rule,
        EmptyGroup.Rule,
        RunUniqueGroup.Rule,
        SharedByAccident.Rule,
        CancelsOthers.Rule,
        DisplacesPending.Rule,
        IdleRunCancels.Rule,
        CommentCancels.Rule,
        CancelsDeploy.Rule,
        DuplicateStart.Rule,
        UnsharedBranch.Rule,
        UngroupedWriter.Rule,
        ForcedPush.Rule,
        SwallowedPush.Rule,
        CheckThenAct.Rule,
        LockInCheckout.Rule,
        ExitIsNoStop.Rule,
        StrategyWithoutMatrix.Rule,
        UnknownWorkflowRun.Rule,
        UncancelledPullRequest.Rule,
    ];

    /// <summary>The rule of an id, or null.</summary>
    public static Rule? Find(string id) => All.FirstOrDefault(rule => rule.Id == id);
}
