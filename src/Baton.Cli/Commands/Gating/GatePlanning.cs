using Baton.Cli.Options;
using Baton.Runtime.Asking;
using Baton.Runtime.Ci;
using Baton.Runtime.Gating;

namespace Baton.Cli.Commands.Gating;

/// <summary>From the options of <c>gate</c> to its plan: first whether the event is meant, then what it asks for.</summary>
public static class GatePlanning
{
    /// <summary>What a call asks for.</summary>
    /// <exception cref="AskingException">It can't be made a request.</exception>
    public static Plan Plan(Invocation call)
    {
        RefuseNothing(call);
        var site = Requesting.Site(call);
        return Requesting.Plan(call, site, wishes => Further(call, site, wishes));
    }

    private static Wishes Further(Invocation call, Site site, Wishes wishes)
    {
        var payload = EventPayload.Load(new Planner(site, call.Surroundings.Variable).PayloadFile(wishes));
        var preset = call.Get(GatingOptions.Preset);
        return wishes with
        {
            Keys = [.. preset?.KeysFor(site.Ci.EventName) ?? [], .. wishes.Keys],
            Groups = [.. preset?.Groups ?? [], .. wishes.Groups],
            Key = wishes.Key with { OnDuplicate = call.Get(GatingOptions.OnDuplicate) },
            KeyPrefix = payload is EventPayload.Loaded loaded ? Fork.PrefixFor(loaded.Root) : "",
            AsksAgain =
                call.Get(GatingOptions.ReRuns) != Reruns.Suppress && HumanRerun.Is(site.Ci, call.Surroundings.Variable),
            Filtered = Filtered(call, site, payload),
        };
    }

    private static string? Filtered(Invocation call, Site site, EventPayload payload)
    {
        if (call.Get(GatingOptions.When) is not { } expression)
            return null;
        var contexts = new RunContexts(site.Ci, call.Surroundings.Variable, payload).For(expression);
        return (new MeaningFilter(contexts).Judge(expression) as Meaning.NotMeant)?.Why;
    }

    // Without a name the default would be the whole scope, one run at a time: never what somebody means by a gate.
    private static void RefuseNothing(Invocation call)
    {
        var isNamed =
            call.Get(GatingOptions.Preset) is not null
            || call.Values.All(RequestOptions.Key).Count > 0
            || call.Values.All(RequestOptions.Group).Count > 0;
        if (!isNamed)
            throw new AskingException(
                AskingFault.Usage,
                "gate is asked for nothing: say what runs once with --key K or --preset P, or one at a time with --group G"
            );
    }
}
