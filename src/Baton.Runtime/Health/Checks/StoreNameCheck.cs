using Baton.Runtime.Configuration;

namespace Baton.Runtime.Health.Checks;

/// <summary>It can be told which store is meant, and it outlives the job.</summary>
public sealed class StoreNameCheck() : Check("store-name")
{
    /// <inheritdoc/>
    public override IEnumerable<Diagnosis> Judge(Examination seen)
    {
        // Settings that can't be read are told by their own check; what else is in the way is told here.
        if (seen.SiteFaults.Count > 0 && seen.Settings is not ConfigurationReading.Malformed)
            yield return Fail(
                seen.SiteFaults[0],
                seen.SiteFaults.Count > 1
                    ? string.Join("; ", seen.SiteFaults.Skip(1))
                    : "say --scope NAME and --store sqlite:PATH"
            );
        else if (seen.Site is { Ci.IsDisposable: true } site)
            yield return Warn(
                $"the CI service says that this machine is thrown away after the job, and {site.Address} is on it",
                "name a place that outlives the machine, and that all jobs share; else nothing is protected"
            );
        else if (seen.Site is { } named)
            yield return Well($"the store is {named.Address}");
    }
}
