using Baton.Runtime.Asking;
using Baton.Workflows.Events;
using Baton.Workflows.Events.Contexts;
using Baton.Workflows.Expressions.Values;
using Baton.Workflows.Findings;
using Baton.Workflows.Syntax.Triggers;

namespace Baton.Runtime.Evaluating;

/// <summary>The contexts of a run that an event starts, and what of them nobody knows before it is there.</summary>
/// <param name="Contexts">The contexts, <c>github</c> among them.</param>
/// <param name="Unknown">What a run has in <c>github</c> beside that, and why it isn't known, by name.</param>
public sealed record EventContexts(Properties Contexts, IReadOnlyDictionary<string, string> Unknown)
{
    /// <summary>Contexts without an event.</summary>
    public static EventContexts Of(Properties contexts) =>
        new(contexts, new Dictionary<string, string>(StringComparer.Ordinal));

    /// <summary>The contexts of an event.</summary>
    /// <param name="name">The event.</param>
    /// <param name="type">Its activity type; null: the payload says it, or there is none.</param>
    /// <param name="payload">Its payload.</param>
    /// <param name="given">Contexts that somebody gives; what <c>github</c> has there wins.</param>
    /// <exception cref="AskingException">GitHub has no such event or type, or the payload is of another one.</exception>
    public static EventContexts Of(string name, string? type, Value.Object payload, Properties given)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(payload);
        ArgumentNullException.ThrowIfNull(given);
        var typed = WithType(Known(name), type, payload);
        var own = (given.Find("github") as Value.Object)?.Properties ?? Properties.None;
        var texts = own.Where(pair => pair.Value.IsPrimitive && pair.Value is not Value.Null)
            .ToDictionary(pair => pair.Key, pair => Coercion.ToText(pair.Value), StringComparer.OrdinalIgnoreCase);
        var context = GitHubContext.Of(new EventInstance(name, typed), texts);
        return new EventContexts(
            new Properties([
                .. given,
                new("github", new Value.Object(new Properties([.. context.Properties, .. own]))),
            ]),
            context.Unknown
        );
    }

    private static KnownEvent Known(string name) =>
        KnownEvent.Find(name)
        ?? throw new AskingException(
            AskingFault.Usage,
            $"--event: GitHub has no event {OneLine.Quoted(name)}{Near(name, KnownEvent.All.Select(known => known.Name))}"
        );

    private static Value.Object WithType(KnownEvent known, string? type, Value.Object payload)
    {
        if (type is null)
            return payload;
        if (!known.HasFreeTypes && !known.Types.Contains(type, StringComparer.Ordinal))
            throw new AskingException(
                AskingFault.Usage,
                known.Types.Count == 0
                    ? $"--type: {known.Name} has no types"
                    : $"--type: {known.Name} has no type {OneLine.Quoted(type)}{Near(type, known.Types)}"
            );
        var said = payload.Properties.Find("action") is Value.Text text ? text.Content : null;
        if (said is not null && said != type)
            throw new AskingException(
                AskingFault.Input,
                $"--type says {OneLine.Quoted(type)}, and the payload is one of {OneLine.Quoted(said)}"
            );
        return new Value.Object(new Properties([.. payload.Properties, new("action", Value.Of(type))]));
    }

    private static string Near(string word, IEnumerable<string> known) =>
        Nearest.To(word, known) is { } near ? $" (did you mean {near}?)" : "";
}
