using Baton.Cli.Options;
using Baton.Runtime.Asking;
using Baton.Runtime.Ci;
using Baton.Runtime.Forge;
using Baton.Runtime.Gating;

namespace Baton.Cli.Commands.Gating;

/// <summary>From the options of <c>gate</c> to its plan: first whether the event is meant, then what it asks for.</summary>
public static class GatePlanning
{
    /// <summary>What a call asks for.</summary>
    /// <exception cref="AskingException">It can't be made a request.</exception>
    public static GatePlan Plan(Invocation call)
    {
        RefuseNothing(call);
        var site = Requesting.Site(call);
        var whole = new Wishes();
        var plan = Requesting.Plan(call, site, wishes => whole = Further(call, site, wishes));
        return new(plan, plan.Ask.Filtered is null ? Entrance(call, site, whole) : new EntranceWishes());
    }

    private static EntranceWishes Entrance(Invocation call, Site site, Wishes wishes)
    {
        var marks = call.Values.All(GatingOptions.Mark).SelectMany(some => some).ToList();
        var made = new EntrancePlanner(site, call.Surroundings.Variable, wishes).Make(
            call.Values.All(GatingOptions.Check),
            marks,
            call.Get(GatingOptions.Issue)
        );
        if (made.IsNone)
            return made;
        _ = ForgePlace.Read(call.Surroundings.Variable);
        var token = ForgeToken.Find(call.Surroundings.Variable, call.Surroundings.Folder);
        return token is not null || marks.Count == 0
            ? made
            : throw new AskingException(
                AskingFault.Configuration,
                "--mark writes to the issue, and there is no token for that",
                "set GITHUB_TOKEN: ${{ github.token }} in the step's env, and permissions: issues: write for the job"
            );
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
