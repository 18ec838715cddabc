using Baton.Cli.Options;
using Baton.Engine.Resources;
using Baton.Runtime.Asking;
using Baton.Runtime.Ci;
using Baton.Runtime.Configuration;
using Baton.Runtime.Gating;
using Baton.Runtime.Sessions;

namespace Baton.Cli.Commands.Sessions;

/// <summary>A call of a verb that asks for a session: which one, and what it asks for.</summary>
/// <param name="Session">The session.</param>
/// <param name="Plan">Its request.</param>
internal sealed record SessionCall(Session Session, Plan Plan)
{
    /// <summary>The options of such a verb.</summary>
    public static IReadOnlyList<Option> Options { get; } =
    [
        SessionOptions.Window,
        SessionOptions.PairWindow,
        GatingOptions.ReRuns,
        RequestOptions.OnUnavailable,
        RequestOptions.ReadOnly,
        RequestOptions.Mode,
        RequestOptions.Lease,
        KeepingOptions.Follow,
        KeepingOptions.HoldAtMost,
        .. CommonOptions.Place,
        CommonOptions.Verbose,
        CommonOptions.Log,
        CommonOptions.DryRun,
    ];

    /// <summary>The key that the session is decided by.</summary>
    public ResourceName Key => Plan.Ask.Needs[0].Resource;

    /// <summary>The session that words name.</summary>
    /// <exception cref="AskingException">A word is empty that is needed.</exception>
    public static Session Read(string occasion, string workflow, string sha)
    {
        foreach (var (name, word) in new[] { ("event", occasion), ("workflow", workflow), ("commit", sha) })
            if (string.IsNullOrWhiteSpace(word))
                throw new AskingException(
                    AskingFault.Usage,
                    $"the {name} is empty: a session is one workflow's on one commit because of one event",
                    "an expression in the workflow gives nothing for this event: look at what stands between ${{ and }}"
                );
        return new Session(occasion, workflow, sha);
    }

    /// <summary>What it asks for.</summary>
    /// <exception cref="AskingException">It can't be made a request.</exception>
    public static SessionCall Of(Invocation call, Session session)
    {
        var site = Requesting.Site(call);
        var claim = new SessionClaim(session, site.Ci)
        {
            Window = call.Get(SessionOptions.Window),
            SharedWindow = call.Get(SessionOptions.PairWindow),
        };
        var variable = call.Surroundings.Variable;
        var plan = Requesting.Plan(
            call,
            site with
            {
                Ci = claim.Ci,
            },
            wishes =>
                wishes with
                {
                    Keys = claim.Keys,
                    Key = new KeySettings { OnDuplicate = OnDuplicate.End },
                    KeyPrefix = EventPayload.Load(new Planner(site, variable).PayloadFile(wishes))
                        is EventPayload.Loaded loaded
                        ? Fork.PrefixFor(loaded.Root)
                        : "",
                    AsksAgain =
                        call.Get(GatingOptions.ReRuns) != Reruns.Suppress
                        && claim.IsOfThisRun
                        && HumanRerun.Is(site.Ci, variable),
                }
        );
        return new(session, plan);
    }
}
