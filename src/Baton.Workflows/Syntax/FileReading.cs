using Baton.Workflows.Findings;
using Baton.Workflows.Yaml;

namespace Baton.Workflows.Syntax;

/// <summary>What a file turned out to be.</summary>
/// <param name="Content">
/// What could be understood of it; null where nothing could. With errors among the findings it is not to be acted upon.
/// </param>
/// <param name="Findings">What is wrong with it, or worth knowing, in the order of the file.</param>
/// <param name="Document">Its tree and its text.</param>
public sealed record FileReading<T>(T? Content, IReadOnlyList<Finding> Findings, YamlDocument Document)
    where T : class
{
    /// <summary>Whether GitHub would refuse the file.</summary>
    public bool HasErrors => Findings.Any(finding => finding.Severity == Severity.Error);
}
