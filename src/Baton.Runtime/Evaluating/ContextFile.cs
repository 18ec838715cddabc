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
    public static Properties Load(string path) =>
        Load(path, ("the contexts", "with a property for each context was expected, as in {\"github\": {…}}"));

    /// <summary>Reads the payload of an event, as a webhook delivers it or a run has it in <c>github.event</c>.</summary>
    /// <exception cref="AskingException">It isn't there or isn't an object.</exception>
    public static Value.Object LoadPayload(string path) =>
        new(Load(path, ("the payload", "was expected, as in {\"action\": \"opened\", \"issue\": {…}}")));

    private static Properties Load(string path, (string What, string Expected) wanted)
    {
        try
        {
            if (new FileInfo(path).Length > EventPayload.LargestPayload)
                throw Bad(path, wanted.What, "it is larger than 26 MB");
            return Parse(File.ReadAllText(path, Encoding.UTF8), path, wanted);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw Bad(
                path,
                wanted.What,
                failure is FileNotFoundException or DirectoryNotFoundException
                    ? "there is no such file"
                    : failure.Message
            );
        }
    }

    private static Properties Parse(string text, string path, (string What, string Expected) wanted) =>
        JsonValueReader.Read(text) switch
        {
            JsonReading.Read { Value: Value.Object found, End: var end } when text.AsSpan(end).IsWhiteSpace() =>
                found.Properties,
            JsonReading.Read { Value: Value.Object, End: var end } => throw Bad(
                path,
                wanted.What,
                $"{Place(text, end)}: something follows the object"
            ),
            JsonReading.Malformed malformed => throw Bad(
                path,
                wanted.What,
                $"{Place(text, malformed.Index)}: {malformed.Message}"
            ),
            _ => throw Bad(path, wanted.What, $"an object {wanted.Expected}"),
        };

    private static string Place(string text, int index)
    {
        var before = text.AsSpan(0, index);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"line {before.Count('\n') + 1}, column {index - before.LastIndexOf('\n')}"
        );
    }

    private static AskingException Bad(string path, string what, string why) =>
        new(AskingFault.Input, $"{what} in {OneLine.Of(path)} can't be read: {OneLine.Of(why)}");
}
