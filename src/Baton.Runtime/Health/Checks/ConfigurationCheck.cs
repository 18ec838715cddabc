using System.Diagnostics;
using Baton.Runtime.Configuration;

namespace Baton.Runtime.Health.Checks;

/// <summary>The settings' file can be read, or there is none.</summary>
public sealed class ConfigurationCheck() : Check("configuration")
{
    /// <inheritdoc/>
    public override IEnumerable<Diagnosis> Judge(Examination seen) =>
        seen.Settings switch
        {
            ConfigurationReading.None => [Well("there is no baton.yml, so what holds when nothing is said holds")],
            ConfigurationReading.Read read => [Well($"{read.File} is good")],
            ConfigurationReading.Malformed bad => bad.Findings.Select(finding =>
                Fail(
                    (finding with { Hint = null }).ToString(),
                    finding.Hint ?? "correct the file; docs/configuration.md says what may stand there"
                )
            ),
            _ => throw new UnreachableException("settings are read, malformed or not there"),
        };
}
