namespace Baton.Runtime.Ci;

/// <summary>The services whose environment is understood.</summary>
public enum CiService
{
    /// <summary>None: a person's machine, or a service that isn't known.</summary>
    None,

    /// <summary>GitHub Actions.</summary>
    GitHub,

    /// <summary>GitLab CI/CD.</summary>
    GitLab,

    /// <summary>Buildkite.</summary>
    Buildkite,

    /// <summary>Jenkins.</summary>
    Jenkins,
}
