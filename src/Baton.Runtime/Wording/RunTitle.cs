using Baton.Engine;
using Baton.Engine.Runs;

namespace Baton.Runtime.Wording;

/// <summary>How a run is told to people.</summary>
/// <param name="Title">What it is: `opened #12`, a workflow and its number.</param>
/// <param name="Url">Where it can be looked at.</param>
/// <param name="Since">When it took what it holds, or since when it waits.</param>
public sealed record RunTitle(string? Title, string? Url, Instant? Since)
{
    /// <summary>A run as sentences name it: workflow and number, its address, and since when it runs or waits.</summary>
    public static RunTitle Of(Run run)
    {
        var origin = run.Ask.Origin;
        var title = origin switch
        {
            { Workflow: { } workflow, Number: { } number } => $"{workflow} #{number}",
            { Workflow: { } workflow } => workflow,
            { Number: { } number } => $"#{number}",
            _ => null,
        };
        return new RunTitle(title, origin.Url, run.StartedAt ?? run.AskedAt);
    }
}
