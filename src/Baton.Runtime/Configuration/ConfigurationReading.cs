using Baton.Workflows.Findings;

namespace Baton.Runtime.Configuration;

/// <summary>What became of reading a repository's settings.</summary>
public abstract record ConfigurationReading
{
    private ConfigurationReading() { } // closed: every case is here

    /// <summary>There is no file.</summary>
    public sealed record None : ConfigurationReading;

    /// <summary>The file is good.</summary>
    /// <param name="Configuration">What it says.</param>
    /// <param name="File">Its name, for messages.</param>
    public sealed record Read(BatonConfiguration Configuration, string File) : ConfigurationReading;

    /// <summary>The file is not; in the order of its lines.</summary>
    public sealed record Malformed(IReadOnlyList<Finding> Findings) : ConfigurationReading;
}
