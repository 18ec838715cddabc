using Baton.Runtime.Configuration;

namespace Baton.Runtime.Asking;

/// <summary>A key as a user asks for it: <c>NAME</c>, or <c>NAME=SPAN</c> with its own window.</summary>
/// <param name="Name">The text of a template.</param>
public sealed record KeyWish(string Name)
{
    /// <summary>The key's own window; none where it has what is said for all.</summary>
    public TimeSpan? Window { get; init; }

    /// <summary>What holds where neither a flag nor a file says something.</summary>
    public KeySettings Otherwise { get; init; } = new();

    /// <summary>
    /// Reads a key. What stands after the last = is a window only if it is a span, since names may have an = too; it is split
    /// off before the template is filled in, so that no value of an event can be taken for one.
    /// </summary>
    public static KeyWish Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return
            text.LastIndexOf('=') is var equals and > 0
            && Durations.Parse(text[(equals + 1)..]) is DurationReading.Read { Value: var window }
            && window <= Engine.Limits.LongestSpan
            ? new KeyWish(text[..equals]) { Window = window }
            : new KeyWish(text);
    }
}
