using Baton.Workflows.Events.Deeds;
using Baton.Workflows.Events.Filters;
using Baton.Workflows.Expressions.Partial;
using Baton.Workflows.Syntax.Triggers;

namespace Baton.Workflows.Meetings;

/// <summary>
/// What one deed of a person or a program starts, and what becomes of those runs when they come at once: GitHub promises
/// no order, so the order is that of the catalogue. Jobs are looked at only to see whether a run does anything.
/// </summary>
public static class FanOut
{
    // A branch that somebody works on: what lets it through takes every such branch.
    private const string SomeBranch = "baton-some-topic";
    private static readonly string[] UsualDefaults = ["main", "master"];

    /// <summary>The runs of a deed, in the order of its events; where an event comes for each label, two of them.</summary>
    public static IReadOnlyList<FannedRun> Of(WorkflowSet set, Deed deed)
    {
        ArgumentNullException.ThrowIfNull(set);
        ArgumentNullException.ThrowIfNull(deed);
        var runs = new List<FannedRun>();
        foreach (var emission in deed.Emits)
        {
            foreach (var start in set.Starts.Where(start => Takes(start, emission, deed)))
            {
                runs.Add(new FannedRun(start, emission, Fate.Runs));
                if (emission.Times == HowOften.PerLabel)
                    runs.Add(new FannedRun(start, emission, Fate.Runs));
            }
        }

        return Settled(runs);
    }

    /// <summary>Whether an event of a deed starts a workflow, so far as the file tells; in doubt it doesn't.</summary>
    public static bool Takes(Start start, Emission emission, Deed deed)
    {
        ArgumentNullException.ThrowIfNull(start);
        ArgumentNullException.ThrowIfNull(emission);
        ArgumentNullException.ThrowIfNull(deed);
        return start.Occasion.Event == emission.Event
            && (emission.Activity is null || start.Occasion.Activity == emission.Activity)
            && (emission.Event != "push" || TakesPush(start.Occasion.Trigger, deed.Name));
    }

    private static bool TakesPush(Trigger trigger, string deed)
    {
        if (trigger is not Trigger.Event push)
            return false;
        var ofTags = deed is "push-tag" or "delete-tag" or "publish-release" or "publish-draft";
        var (own, other) = ofTags ? ("tags", "branches") : ("branches", "tags");
        if ((push.Filter(own) ?? push.Filter(own + "-ignore")) is { } written)
            return NameFilter.Of(written) is { } filter && Probes(deed, ofTags).Any(filter.Passes);
        return push.Filter(other) is null && push.Filter(other + "-ignore") is null;
    }

    private static string[] Probes(string deed, bool ofTags) =>
        ofTags ? ["v1.2.3", "1.2.3"]
        : deed is "merge-pull-request" or "push-branch" ? UsualDefaults
        : [SomeBranch];

    private static List<FannedRun> Settled(List<FannedRun> runs)
    {
        for (var i = 0; i < runs.Count; i++)
        {
            var waiting = -1;
            for (var j = 0; j < i; j++)
            {
                if (runs[j].Fate is not (Fate.Runs or Fate.Waits) || !Meets(runs[j].Start, runs[i].Start))
                    continue;
                if (Cancels(runs[i].Start))
                    runs[j] = runs[j] with { Fate = runs[j].Fate == Fate.Runs ? Fate.Cancelled : Fate.Displaced };
                else
                {
                    if (runs[j].Fate == Fate.Waits)
                        waiting = j;
                    runs[i] = runs[i] with { Fate = Fate.Waits };
                }
            }

            if (waiting >= 0 && !IsLongLine(runs[i].Start))
                runs[waiting] = runs[waiting] with { Fate = Fate.Displaced };
        }

        return runs;
    }

    private static bool Meets(Start one, Start other) => GroupMeeting.Of(one, other).OfOneThing;

    private static bool Cancels(Start start) => start.Group?.AlwaysCancels() == true;

    private static bool IsLongLine(Start start) =>
        start.Group?.Queue
            is Possibilities<SymbolicText>.Exact { Outcome: Outcome<SymbolicText>.Gives { Value.Fixed: "max" } };
}
