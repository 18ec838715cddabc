using Baton.Runtime.Asking;
using Baton.Runtime.Configuration;
using Baton.Runtime.Wording;

namespace Baton.Runtime.Health.Checks;

/// <summary>The settings in the store are those of the file: where they differ the store's hold, whatever the file says.</summary>
public sealed class RecordedSettingsCheck() : Check("settings")
{
    /// <inheritdoc/>
    public override IEnumerable<Diagnosis> Judge(Examination seen)
    {
        if (seen is not { Scope: { } scope, Settings: ConfigurationReading.Read read })
            yield break;
        var changes = SettingsChange
            .Of(read.Configuration, scope.Resources)
            .Where(one => one.Before is not null)
            .ToList();
        var differ = changes.Where(one => one is { IsChange: true, After: not null }).ToList();
        foreach (var change in differ)
            yield return Warn(
                $"{Telling.Resource(change.Resource)}: the store's settings hold ({SettingsWords.Of(change.Before!)}), and {read.File} says others ({SettingsWords.Of(change.After!)})",
                "baton apply records those of the file; baton apply --dry-run shows the difference"
            );
        if (differ.Count == 0)
            yield return Well(
                changes.Count == 0
                    ? "no settings are recorded in the store"
                    : "the settings in the store are those of the file"
            );
    }
}
