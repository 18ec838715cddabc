using System.Globalization;
using Baton.Engine.Runs;
using Baton.Runtime.Coordination;
using Baton.Runtime.Kernel;

namespace Baton.Runtime.Wording;

/// <summary>Whether the owner of a run lives, in words.</summary>
public static class LifeWords
{
    /// <summary>That the owner is not known to be dead, as the end of a sentence; nothing for one that is dead.</summary>
    public static string? Of(Surroundings here, Run run) =>
        here.LivenessOf(run.Ask.Owner) switch
        {
            Liveness.Dead => null,
            Liveness.Alive => string.Create(
                CultureInfo.InvariantCulture,
                $"lives: its owner is process {here.ProcessOf(run.Ask.Owner)?.Pid}"
            ),
            Liveness.Unknown unknown => $"can't be told to be dead: {unknown.Reason}",
            _ => "can't be told to be dead",
        };
}
