using System.Diagnostics;
using System.Text.Json;
using Baton.Runtime.Asking;
using Baton.Runtime.Ci;
using Baton.Workflows.Expressions.Values;

namespace Baton.Runtime.Gating;

/// <summary>The contexts <c>github</c> and <c>inputs</c> of the run that this process is part of.</summary>
/// <param name="ci">What the service tells.</param>
/// <param name="variable">Gives an environment variable's value or null.</param>
/// <param name="payload">The event's payload.</param>
public sealed class RunContexts(CiEnvironment ci, Func<string, string?> variable, EventPayload payload)
{
    // https://docs.github.com/en/actions/reference/workflows-and-actions/variables#default-environment-variables
    private static readonly string[] Told =
    [
        "actor_id",
        "api_url",
        "base_ref",
        "graphql_url",
        "head_ref",
        "job",
        "ref_name",
        "ref_type",
        "repository_id",
        "repository_owner",
        "repository_owner_id",
        "server_url",
        "triggering_actor",
        "workflow_ref",
        "workflow_sha",
        "workspace",
    ];

    /// <summary>The contexts, for an expression.</summary>
    /// <exception cref="AskingException">The expression needs a payload that isn't there or can't be read.</exception>
    public Properties For(string expression)
    {
        var root = Root(expression);
        var event_ = root is { } some ? Read(some) : new Value.Object(Properties.None);
        return new Properties([
            new("github", new Value.Object(GitHub(event_))),
            new("inputs", event_.Properties.Find("inputs") ?? new Value.Object(Properties.None)),
        ]);
    }

    private Properties GitHub(Value.Object event_)
    {
        const int prefix = 7; // "github."
        var facts = ci.Fields()
            .Select(field => new KeyValuePair<string, Value>(field.Key[prefix..], Value.Of(field.Value)));
        if (ci.Service == CiService.GitHub)
            facts = facts
                .Concat(Told.Select(name => new KeyValuePair<string, Value>(name, Value.Of(Variable(name)))))
                .Append(new("ref_protected", Value.Of(Variable("ref_protected") == "true")));
        return new Properties([.. facts, new("event", event_)]);
    }

    private string Variable(string name) => variable($"GITHUB_{name.ToUpperInvariant()}") ?? "";

    // An expression takes a field that isn't there for null. Without its payload a filter would turn everything away, or
    // nothing, and nobody would hear of it.
    private JsonElement? Root(string expression) =>
        payload switch
        {
            EventPayload.Loaded loaded => loaded.Root,
            EventPayload.Broken broken => throw new AskingException(AskingFault.Input, $"--when: {broken.Message}"),
            EventPayload.None when NamesPayload(expression) => throw new AskingException(
                AskingFault.Input,
                "--when: there is no event payload: GITHUB_EVENT_PATH isn't set, and --event names none"
            ),
            EventPayload.None => null,
            _ => throw new UnreachableException(payload.GetType().Name),
        };

    private static Value.Object Read(JsonElement root) =>
        JsonValueReader.Read(root.GetRawText()) is JsonReading.Read { Value: Value.Object found }
            ? found
            : throw new AskingException(
                AskingFault.Input,
                "--when: the event's payload holds what an expression can't"
            );

    private static bool NamesPayload(string expression) => Names(expression, "event") || Names(expression, "inputs");

    // As a whole word, and in any case: github.event_name is no field of the payload.
    private static bool Names(string expression, string word)
    {
        for (
            var at = expression.IndexOf(word, StringComparison.OrdinalIgnoreCase);
            at >= 0;
            at = expression.IndexOf(word, at + 1, StringComparison.OrdinalIgnoreCase)
        )
            if (!IsOfName(expression, at - 1) && !IsOfName(expression, at + word.Length))
                return true;
        return false;
    }

    private static bool IsOfName(string text, int at) =>
        at >= 0 && at < text.Length && (char.IsAsciiLetterOrDigit(text[at]) || text[at] is '_' or '-');
}
