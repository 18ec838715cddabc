using Baton.Workflows.Findings;

namespace Baton.Runtime.Health.Checks;

/// <summary>
/// Where the refs of a store have to be branches, no workflow starts whenever one is moved. Their commits say
/// <c>[skip ci]</c>, which not every service heeds.
/// </summary>
public sealed class PushWorkflowsCheck() : Check("push-workflows")
{
    private const int MostNamed = 5;

    /// <inheritdoc/>
    public override IEnumerable<Diagnosis> Judge(Examination seen)
    {
        if (seen.StartedByRefs is not { } files)
            yield break;
        if (files.Count == 0)
            yield return Well("no workflow of this repository starts at a push to the store's branches");
        foreach (var file in files.Take(MostNamed))
            yield return Warn(
                $"{OneLine.Of(file)} starts at pushes, and the store's branches baton/v1/… are pushed to with every change",
                "add branches-ignore: ['baton/**'] to its push trigger, or '!baton/**' to its branches"
            );
    }
}
