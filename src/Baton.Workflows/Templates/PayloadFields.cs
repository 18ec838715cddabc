using System.Globalization;
using System.Text.Json;
using Baton.Workflows.Findings;

namespace Baton.Workflows.Templates;

/// <summary>
/// The fields of an event's payload, and beside them those that somebody hands in by name (<c>github.ref</c>,
/// <c>item</c>), which win.
/// </summary>
/// <param name="payload">The payload, or null where the run has none.</param>
/// <param name="given">Further fields by their whole path.</param>
public sealed class PayloadFields(JsonElement? payload, IReadOnlyDictionary<string, string> given) : IFieldSource
{
    /// <inheritdoc/>
    public Field Find(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        if (given.TryGetValue(path, out var text))
            return OfText(text);
        if (payload is not { } element)
            return new Field.Missing(Nearest.To(path, given.Keys));
        var walked = "";
        foreach (var name in path.Split('.'))
        {
            if (Step(element, name) is not { } next)
                return new Field.Missing(Near(element, walked, name) ?? Nearest.To(path, given.Keys));
            element = next;
            walked = walked.Length == 0 ? name : $"{walked}.{name}";
        }

        return OfElement(element);
    }

    private static JsonElement? Step(JsonElement element, string name)
    {
        if (element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value))
            return value;
        var isIndex = int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var index);
        return element.ValueKind == JsonValueKind.Array && isIndex && index < element.GetArrayLength()
            ? element[index]
            : null;
    }

    private static string? Near(JsonElement element, string walked, string name)
    {
        if (element.ValueKind != JsonValueKind.Object)
            return null;
        var near = Nearest.To(
            name,
            element.EnumerateObject().Select(property => property.Name).Where(FieldPath.IsName)
        );
        return near is null ? null
            : walked.Length == 0 ? near
            : $"{walked}.{near}";
    }

    private static Field OfElement(JsonElement element) =>
        element.ValueKind switch
        {
            JsonValueKind.String => OfString(element),
            JsonValueKind.Number => new Field.Text(element.GetRawText()),
            JsonValueKind.True => new Field.Text("true"),
            JsonValueKind.False => new Field.Text("false"),
            JsonValueKind.Object => new Field.Unfit("an object"),
            JsonValueKind.Array => new Field.Unfit("an array"),
            _ => new Field.Empty(),
        };

    // JSON can spell half of a surrogate pair ("\ud800"), which is no text.
    private static Field OfString(JsonElement element)
    {
        try
        {
            return OfText(element.GetString() ?? "");
        }
        catch (InvalidOperationException)
        {
            return new Field.Unfit("broken text (half a surrogate pair)");
        }
    }

    private static Field OfText(string text) =>
        string.IsNullOrWhiteSpace(text) ? new Field.Empty() : new Field.Text(text);
}
