using System.Globalization;
using Baton.Workflows.Findings;
using Baton.Workflows.Yaml;

namespace Baton.Runtime.Configuration;

/// <summary>Finds and reads a repository's <c>baton.yml</c>: at its root, or under <c>.github/</c>.</summary>
public static class ConfigurationFile
{
    /// <summary>The places, from the repository's root.</summary>
    public static IReadOnlyList<string> Places { get; } = ["baton.yml", ".github/baton.yml"];

    // The other spelling of the ending would be passed over without a word, and with it all that the file says.
    private static readonly string[] Misspelt = ["baton.yaml", ".github/baton.yaml"];

    /// <summary>
    /// Reads the settings of the repository that has its root here. Two files are an error that names both.
    /// </summary>
    public static ConfigurationReading Load(string root)
    {
        ArgumentNullException.ThrowIfNull(root);
        var found = Places.Where(place => File.Exists(Path.Combine(root, place))).ToList();
        var misspelt = Array.Find(Misspelt, place => File.Exists(Path.Combine(root, place)));
        return (found, misspelt) switch
        {
            ({ Count: > 1 }, _) => Refused(found[0], $"both {found[0]} and {found[1]} are there", "keep one of them"),
            (_, { } name) => Refused(
                name,
                "the file's name ends in .yml",
                $"rename it to {Path.ChangeExtension(name, ".yml")}"
            ),
            ({ Count: 1 }, _) => Read(Path.Combine(root, found[0]), found[0]),
            _ => new ConfigurationReading.None(),
        };
    }

    /// <summary>
    /// Reads the file at a path, as when <c>--config</c> names it; one that isn't there or can't be read is an error.
    /// </summary>
    /// <param name="path">Where it is.</param>
    /// <param name="name">Its name in messages.</param>
    public static ConfigurationReading Read(string path, string name)
    {
        try
        {
            using var stream = File.OpenRead(path);
            if (stream.Length > YamlLimits.Bytes)
                return Refused(
                    name,
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"the file has {stream.Length} bytes; at most {YamlLimits.Bytes} are read"
                    ),
                    null
                );
            var bytes = new byte[(int)stream.Length + 1];
            return ConfigurationReader.Read(
                bytes.AsSpan(0, stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false)),
                name
            );
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            return Refused(name, $"the file can't be read: {OneLine.Of(failure.Message)}", null);
        }
    }

    private static ConfigurationReading.Malformed Refused(string name, string message, string? hint) =>
        new([new Finding(name, 1, 1, message, hint)]);
}
