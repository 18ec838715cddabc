using Baton.Runtime.Ci;

namespace Baton.Runtime.Health.Checks;

/// <summary>A runner's keepers outlive the session that it was started from.</summary>
public sealed class SessionCheck() : Check("session")
{
    /// <inheritdoc/>
    public override IEnumerable<Diagnosis> Judge(Examination seen)
    {
        if (seen is { Kernel.EndsWithSession: true, Site.Ci.Service: not CiService.None })
            yield return Warn(
                "systemd ends this CI job, its runs and its keepers with the last session of the user, who doesn't linger",
                "loginctl enable-linger, once, as that user"
            );
    }
}
