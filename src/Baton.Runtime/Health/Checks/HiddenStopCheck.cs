using Baton.Engine.Resources;
using Baton.Runtime.Configuration;
using Baton.Runtime.Wording;

namespace Baton.Runtime.Health.Checks;

/// <summary>
/// No key hides the <c>cancel-running</c> of its own request's group: the key decides first, so while it is taken a newer
/// request ends as its duplicate and stops nobody. A request that waits for the key's owner is not meant to stop it.
/// </summary>
public sealed class HiddenStopCheck() : Check("hidden-stop")
{
    private const int MostTold = 5;
    private const string Mend =
        "leave the key out, or give the group the policy queue or skip; it is right as it is where a newer request has another key";

    private const string Consequence = "while the key is taken a newer request ends as a duplicate and cancels nothing";

    /// <inheritdoc/>
    public override IEnumerable<Diagnosis> Judge(Examination seen)
    {
        var found = Written(seen).Concat(Asked(seen)).Distinct().Take(MostTold).ToList();
        if (found.Count == 0)
            return seen.Site is null
                ? []
                : [Well("no key hides the cancel-running of its group, as far as baton.yml and the runs of late tell")];
        return found.Select(sentence => Warn(sentence, Mend));
    }

    private static IEnumerable<string> Written(Examination seen)
    {
        if (seen.Site is not { Configuration: { } file })
            yield break;
        foreach (var stops in file.Groups.Where(one => one.Settings.Policy == GroupPolicy.CancelRunning))
        foreach (var key in file.Keys.Where(one => one.Settings.OnDuplicate != OnDuplicate.Wait))
            if (MayMeet(stops.Pattern, key.Pattern))
                yield return $"baton.yml has key {key.Pattern.Text} and group {stops.Pattern.Text} with cancel-running: "
                    + Consequence;
    }

    private static IEnumerable<string> Asked(Examination seen)
    {
        var asked = (seen.Scope?.Lately ?? []).Select(run =>
            (
                run.Ask.Origin.Workflow,
                Key: run.Ask.Needs.FirstOrDefault(need =>
                    need.Resource.Kind == ResourceKind.Key && !need.WaitsForOwner
                ),
                Stops: run.Ask.Needs.FirstOrDefault(need => need.Settings.Stops == Stops.Older)
            )
        );
        foreach (
            var (workflow, key, stops) in asked.DistinctBy(one => (one.Workflow, one.Key is null, one.Stops is null))
        )
            if (key is not null && stops is not null)
                yield return $"{(workflow is null ? "runs" : $"runs of {workflow}")} ask for {Telling.Resource(key.Resource)} "
                    + $"and {Telling.Resource(stops.Resource)} with cancel-running: {Consequence}";
    }

    // Who calls a key and a group by one pattern asks for both in one request.
    private static bool MayMeet(NamePattern one, NamePattern other) =>
        one.Matches(other.Text) || other.Matches(one.Text);
}
