using Baton.Workflows.Findings;
using Baton.Workflows.Yaml;

namespace Baton.Runtime.Configuration;

/// <summary>
/// Reads <c>baton.yml</c>. All that is wrong with a file is told at once; with any of it, nothing of the file holds.
/// </summary>
public static class ConfigurationReader
{
    /// <summary>Reads a file's bytes. Never throws on what they hold.</summary>
    /// <param name="bytes">The file's content.</param>
    /// <param name="file">The name that findings carry.</param>
    public static ConfigurationReading Read(ReadOnlySpan<byte> bytes, string file)
    {
        var document = YamlReader.Read(bytes, file);
        var findings = new List<Finding>(document.Findings);
        var configuration = document.Root is null
            ? BatonConfiguration.Empty
            : ConfigurationSections.Root.Read(
                new ConfigurationValue(document.Root, "", (file, findings)),
                BatonConfiguration.Empty
            );
        return findings.Count == 0
            ? new ConfigurationReading.Read(configuration, file)
            : new ConfigurationReading.Malformed([
                .. findings.OrderBy(finding => finding.Line).ThenBy(finding => finding.Column),
            ]);
    }
}
