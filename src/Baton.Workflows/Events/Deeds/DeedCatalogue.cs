namespace Baton.Workflows.Events.Deeds;

/// <summary>
/// What people and programs do and what that emits. One deed often emits several events, and a workflow that listens to
/// more than one of them starts that often: that is where most double runs come from.
/// </summary>
public static class DeedCatalogue
{
    /// <summary>Every deed that is known.</summary>
    public static IReadOnlyList<Deed> All { get; } =
    [.. IssueDeeds.All, .. PullRequestDeeds.All, .. PushDeeds.All, .. ReleaseDeeds.All, .. OtherDeeds.All];

    /// <summary>The deed of a name, or null.</summary>
    public static Deed? Find(string name) => All.FirstOrDefault(deed => deed.Name == name);
}
