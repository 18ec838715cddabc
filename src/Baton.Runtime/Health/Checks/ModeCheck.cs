using Baton.Runtime.Configuration;

namespace Baton.Runtime.Health.Checks;

/// <summary>The environment says no other mode than the settings' file: it would switch off in silence what that switches on.</summary>
public sealed class ModeCheck() : Check("mode")
{
    /// <inheritdoc/>
    public override IEnumerable<Diagnosis> Judge(Examination seen)
    {
        var file = (seen.Settings as ConfigurationReading.Read)?.Configuration.Mode ?? Mode.Enforce;
        if (seen.ModeOfVariable is { } said && said != file)
            yield return Warn(
                $"BATON_MODE says {Choices.Mode.For(said)}, and without it the mode is {Choices.Mode.For(file)}: {Meaning(said)}",
                "unset BATON_MODE, or write the mode into baton.yml"
            );
        else
            yield return Well($"the mode is {Choices.Mode.For(file)}: {Meaning(file)}");
    }

    private static string Meaning(Mode mode) => mode == Mode.Observe ? "nothing is held back" : "decisions bind";
}
