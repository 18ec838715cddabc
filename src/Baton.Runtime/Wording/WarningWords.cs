using System.Diagnostics;
using Baton.Engine.Records;

namespace Baton.Runtime.Wording;

/// <summary>Each warning in one plain sentence, without a full stop, that begins in lower case.</summary>
public static class WarningWords
{
    /// <summary>Tells a warning.</summary>
    public static string Of(Warning warning, Telling telling) =>
        warning switch
        {
            Warning.SettingsDiffer differ => $"{Telling.Resource(differ.Resource)} keeps the settings in force "
                + $"({SettingsWords.Of(differ.InForce)}); this request asked for others ({SettingsWords.Of(differ.Asked)})",
            Warning.AgingDiffers differ => $"the scope keeps its aging of {Spans.Of(differ.InForce)}; "
                + $"this request asked for {Spans.Of(differ.Asked)}",
            Warning.ParentGone gone =>
                $"{telling.Run(gone.Parent)}, inside which it was asked for, is over: it stands alone",
            _ => throw new UnreachableException($"no sentence for {warning.GetType().Name}"),
        };
}
