namespace Baton.Workflows.Events.Deeds;

/// <summary>For each of what an event comes once.</summary>
public enum HowOften
{
    /// <summary>Once.</summary>
    Once,

    /// <summary>For each label.</summary>
    PerLabel,

    /// <summary>For each person that is assigned.</summary>
    PerAssignee,

    /// <summary>For each person or team that is asked for a review.</summary>
    PerReviewer,

    /// <summary>For each comment on a line.</summary>
    PerComment,

    /// <summary>For each branch.</summary>
    PerBranch,

    /// <summary>For each tag.</summary>
    PerTag,

    /// <summary>For each open pull request from the branch.</summary>
    PerPullRequest,

    /// <summary>For each issue that the pull request closes.</summary>
    PerIssue,

    /// <summary>For each line of <c>schedule</c> that is due.</summary>
    PerSchedule,

    /// <summary>For each package; of an image for several machines for each of them.</summary>
    PerPackage,
}
