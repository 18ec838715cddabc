using System.Globalization;
using System.Text;
using Baton.Runtime.Asking;
using Baton.Runtime.Ci;
using Baton.Workflows.Expressions.Values;
using Baton.Workflows.Findings;

namespace Baton.Runtime.Evaluating;

/// <summary>
/// Reads contexts for expressions: a JSON object with one property for each, such as
/// <c>{"github": {"event_name": "push"}}</c>, read as generously as <c>fromJSON</c> reads.
/// </summary>
public static class ContextFile
{
    /// <summary>Reads a file.</summary>
    /// <exception cref="AskingException">It isn't there or isn't such an object.</exception>
    public static Properties Load(string path)
    {
        try
        {
            if (new FileInfo(path).Length > EventPayload.LargestPayload)
                throw Bad(path, "it is larger than 26 MB");
            return Parse(File.ReadAllText(path, Encoding.UTF8), path);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw Bad(
                path,
                failure is FileNotFoundException or DirectoryNotFoundException
                    ? "there is no such file"
                    : failure.Message
            );
        }
    }

    private static Properties Parse(string text, string path) =>
        JsonValueReader.Read(text) switch
        {
            JsonReading.Read { Value: Value.Object found, End: var end } when text.AsSpan(end).IsWhiteSpace() =>
                found.Properties,
            JsonReading.Read { Value: Value.Object, End: var end } => throw Bad(
                path,
                $"{Place(text, end)}: something follows the object"
            ),
            JsonReading.Malformed malformed => throw Bad(path, $"{Place(text, malformed.Index)}: {malformed.Message}"),
            _ => throw Bad(path, "an object with a property for each context was expected, as in {\"github\": {…}}"),
        };

    private static string Place(string text, int index)
    {
        var before = text.AsSpan(0, index);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"line {before.Count('\n') + 1}, column {index - before.LastIndexOf('\n')}"
        );
    }

    private static AskingException Bad(string path, string why) =>
        new(AskingFault.Input, $"the contexts in {OneLine.Of(path)} can't be read: {OneLine.Of(why)}");
}
