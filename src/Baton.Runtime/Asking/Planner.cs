using Baton.Engine;
using Baton.Engine.Commands;
using Baton.Engine.Resources;
using Baton.Engine.Runs;
using Baton.Runtime.Configuration;
using Baton.Runtime.Fencing;
using Baton.Runtime.Observing;
using Baton.Runtime.Runs;
using Baton.Workflows.Findings;

namespace Baton.Runtime.Asking;

/// <summary>
/// Makes a request of what somebody wishes, the repository's settings and what the CI service says. Flags and environment
/// win over the file, the file over what holds when nothing is said.
/// </summary>
/// <param name="site">Where it is asked.</param>
/// <param name="variable">Gives an environment variable's value or null.</param>
public sealed class Planner(Site site, Func<string, string?> variable)
{
    /// <summary>Makes the request.</summary>
    /// <exception cref="AskingException">What is wished can't be made one.</exception>
    public Plan Make(Wishes wishes, Identity identity)
    {
        ArgumentNullException.ThrowIfNull(wishes);
        ArgumentNullException.ThrowIfNull(identity);
        var mode = wishes.Mode ?? site.Configuration.Mode ?? Mode.Enforce;
        RefuseObservedScope(mode);
        var naming = new Naming(
            new EventFields(
                site.Ci with
                {
                    Workflow = wishes.Workflow ?? site.Ci.Workflow,
                },
                PayloadFile(wishes),
                wishes.Item
            )
        );
        var groups = wishes.Filtered is null ? Groups(wishes, naming) : [];
        var keys = wishes.Filtered is null ? wishes.Keys.Select(key => Key(wishes, key, naming)) : [];
        var ask = Ask(
            wishes,
            identity with
            {
                Parent = Parent(mode),
            },
            [.. keys, .. groups.SelectMany(group => Needs(group))]
        );
        return ask.Fault() is { } fault
            ? throw new AskingException(
                AskingFault.Usage,
                $"{fault}: {string.Join(", ", ask.Needs.Select(need => need.Resource.Name))}"
            )
            : new Plan(ask, site)
            {
                Mode = mode,
                Fences =
                [
                    .. groups
                        .Where(group => group.Settings.Fence is not null)
                        .Select(group => new FenceWish(group.Name.ToLowerInvariant(), group.Settings.Fence!)),
                ],
                Grace = wishes.Group.Grace ?? groups.Max(group => group.Settings.Grace) ?? Plan.DefaultGrace,
                ReadOnly = wishes.ReadOnly ?? ReadOnlyStore.Fail,
                OnUnavailable = wishes.OnUnavailable ?? site.Configuration.OnUnavailable ?? OnUnavailable.Fail,
            };
    }

    private Ask Ask(Wishes wishes, Identity identity, IReadOnlyList<Need> needs)
    {
        var (defaults, origin) = (site.Configuration.Defaults, Origin(wishes));
        var workflow = origin.Workflow is { } name ? site.Configuration.Workflow(name) : new WorkflowSettings();
        return new Ask
        {
            Run = identity.Run,
            Request = identity.Request,
            Owner = identity.Owner,
            Needs = [.. needs],
            Origin = origin,
            Priority = wishes.Priority ?? workflow.Priority ?? defaults.Priority ?? Engine.Limits.DefaultPriority,
            Lease = wishes.Lease ?? defaults.Lease ?? site.Place.Pace.Lease ?? Plan.DefaultLease,
            TakeUp = site.Place.Pace.TakeUp,
            MaxWait = wishes.MaxWait ?? workflow.MaxWait ?? defaults.MaxWait ?? Plan.DefaultMaxWait,
            Aging = defaults.Aging ?? Engine.Limits.Aging,
            Parent = identity.Parent,
            Filtered = wishes.Filtered,
        };
    }

    // With a key alone there is no group: the runs of two issues must not wait for each other.
    private IReadOnlyList<(string Name, int Units, GroupSettings Settings)> Groups(Wishes wishes, Naming naming)
    {
        var named = wishes.Groups.Select(group =>
            (Name: naming.Of("--group", group.Name), group.Units, group.Otherwise)
        );
        if (wishes.Groups.Count == 0)
            named = wishes.Keys.Count > 0 ? [] : [(site.Scope, 1, new GroupSettings())];
        return
        [
            .. named.Select(group =>
                (group.Name, group.Units, wishes.Group.Over(site.Configuration.Group(group.Name)).Over(group.Otherwise))
            ),
        ];
    }

    private static IEnumerable<Need> Needs((string Name, int Units, GroupSettings Settings) group)
    {
        yield return Need.Group(group.Name, group.Units, group.Settings.Rules(), group.Settings.LockDelay);
        if (group.Settings.Rate is { } rate)
            yield return Need.Rate(group.Name, rate.Count, rate.Span);
    }

    // The file's patterns are for the name that the key has without what keeps a fork's claim apart.
    private Need Key(Wishes wishes, KeyWish key, Naming naming)
    {
        var name = naming.Of("--key", key.Name);
        var own = wishes.Key with { Window = key.Window ?? wishes.Key.Window };
        var settings = own.Over(site.Configuration.Key(name)).Over(key.Otherwise);
        var whole = Naming.Checked("--key", key.Name, wishes.KeyPrefix + name);
        var need = Need.Key(whole, settings.Window ?? TimeSpan.Zero, settings.OnFailure == OnFailure.Hold);
        return need with { WaitsForOwner = settings.OnDuplicate == OnDuplicate.Wait, AsksAgain = wishes.AsksAgain };
    }

    private Origin Origin(Wishes wishes) =>
        new()
        {
            Workflow = wishes.Workflow ?? site.Ci.Workflow,
            Event = site.Ci.EventName,
            Ref = site.Ci.Ref,
            Sha = site.Ci.Sha,
            Actor = site.Ci.Actor,
            ExternalRunId = site.Ci.RunId,
            Number = site.Ci.RunNumber,
            Attempt = site.Ci.Attempt,
            Url = site.Ci.RunUrl,
        };

    // A run is inside another only in the same scope of the same store: elsewhere nobody knows its parent. What was only
    // observed holds nothing, so an enforcing run is not inside of it, and the other way round.
    private RunId? Parent(Mode mode)
    {
        var observed = variable(ChildEnvironment.ObservedRun);
        var id = mode == Mode.Observe ? observed : variable("BATON_RUN_ID");
        if (id is not { Length: > 0 } || (mode == Mode.Enforce && id == observed))
            return null;
        if (!Ulid.Is(id))
            throw new AskingException(
                AskingFault.Usage,
                $"BATON_RUN_ID: {OneLine.Quoted(id)} is no run id; baton run sets it for its child"
            );
        var isSameScope = variable("BATON_SCOPE") is { Length: > 0 } scope && ScopeName.Fold(scope) == site.Scope;
        var isSameStore = variable("BATON_STORE") is not { Length: > 0 } store || store == site.Address;
        return isSameScope && isSameStore ? new RunId(id.ToUpperInvariant()) : null;
    }

    /// <summary>The file with the event's payload, if there is one.</summary>
    public string? PayloadFile(Wishes wishes)
    {
        ArgumentNullException.ThrowIfNull(wishes);
        return wishes.EventFile ?? site.Ci.EventPath ?? variable("GITHUB_EVENT_PATH");
    }

    private void RefuseObservedScope(Mode mode)
    {
        if (mode == Mode.Enforce && ObservedScope.Is(site.Scope))
            throw new AskingException(
                AskingFault.Usage,
                $"the scope {OneLine.Of(site.Scope)} is for what is only observed: nothing can be enforced in it",
                $"name the scope itself, without {ObservedScope.Mark}"
            );
    }
}
