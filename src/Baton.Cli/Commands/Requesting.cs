using Baton.Cli.Options;
using Baton.Engine;
using Baton.Engine.Commands;
using Baton.Engine.Runs;
using Baton.Runtime.Asking;
using Baton.Runtime.Ci;
using Baton.Runtime.Configuration;
using Baton.Runtime.Kernel;
using Baton.Workflows.Findings;
using static Baton.Cli.Options.RequestOptions;

namespace Baton.Cli.Commands;

/// <summary>From the options of a request to its plan.</summary>
public static class Requesting
{
    private static readonly Option[] OfGroups =
    [
        Policy,
        Capacity,
        MaxPending,
        Overflow,
        Order,
        RequestOptions.Preempted,
        LockDelay,
        Fence,
        RequestOptions.Rate,
        Debounce,
    ];

    private static readonly Option[] OfKeys = [KeyWindow, RequestOptions.OnFailure, RequestOptions.OnDuplicate];

    /// <summary>Which scope of which store a call means.</summary>
    /// <exception cref="AskingException">There is no such place.</exception>
    public static Site Site(Invocation call) =>
        new SiteSearch(call.Surroundings.Variable, call.Surroundings.Folder).Find(SiteWishes(call));

    /// <summary>What a call says of the place.</summary>
    public static SiteWishes SiteWishes(Invocation call) =>
        new(call.Get(CommonOptions.Scope), call.Get(CommonOptions.Store), call.Get(CommonOptions.Config));

    /// <summary>What a call asks for.</summary>
    /// <exception cref="AskingException">It can't be made a request.</exception>
    public static Plan Plan(Invocation call) => Plan(call, Site(call));

    /// <summary>The same, of a site that is known already, and for an item of a batch.</summary>
    /// <exception cref="AskingException">It can't be made a request.</exception>
    public static Plan Plan(Invocation call, Site site, string? item = null) =>
        Plan(call, site, wishes => wishes with { Item = item });

    /// <summary>The same, where a verb wishes more than the options of every request say.</summary>
    /// <exception cref="AskingException">It can't be made a request.</exception>
    public static Plan Plan(Invocation call, Site site, Func<Wishes, Wishes> further)
    {
        try
        {
            var wishes = further(Wishes(call));
            RefuseMisplaced(call.Values, wishes);
            return new Planner(site, call.Surroundings.Variable).Make(wishes, Identity(call));
        }
        catch (AskingException problem) when (site.Configuration.Mode == Runtime.Configuration.Mode.Observe)
        {
            throw new AskingException(problem.Fault, [.. problem.Lines]) { IsObserved = true };
        }
    }

    /// <summary>Whether a call that can't be made a request is one of those that only observe, and is to run all the same.</summary>
    public static bool Observes(Invocation call, AskingException problem) =>
        call.Get(RequestOptions.Mode) is { } mode ? mode == Runtime.Configuration.Mode.Observe : problem.IsObserved;

    /// <summary>A request for nothing, for a command that runs although nothing could be asked.</summary>
    public static Ask AskOfNothing(Invocation call)
    {
        var identity = Identity(call);
        return new Ask
        {
            Run = identity.Run,
            Request = identity.Request,
            Owner = identity.Owner,
            Needs = [],
        };
    }

    /// <summary>A fresh id.</summary>
    public static string FreshId(Surroundings surroundings) =>
        Ulid.Of(surroundings.Clock.GetUtcNow(), surroundings.Chance());

    /// <summary>Where the CI service of a site is told.</summary>
    public static ICiOutput Outputs(Invocation call, Site site) =>
        CiOutputs.For(
            site.Ci.Service,
            call.Surroundings.Variable,
            call.Surroundings.Error,
            () => FreshId(call.Surroundings)
        );

    private static Identity Identity(Invocation call) =>
        new(
            new RunId(FreshId(call.Surroundings)),
            new RequestId(call.Get(RequestOptions.RequestId) ?? FreshId(call.Surroundings)),
            new Owner(ProcessDomain.Here().Text ?? "", ProcessIdentity.Self()?.ToString() ?? "")
        );

    private static Wishes Wishes(Invocation call) =>
        new()
        {
            Groups = call.Values.All(Group),
            Keys = call.Values.All(Key),
            Group = GroupWishes(call),
            Key = new KeySettings
            {
                Window = call.Get(KeyWindow),
                OnFailure = call.Get(RequestOptions.OnFailure),
                OnDuplicate = call.Get(RequestOptions.OnDuplicate),
            },
            Priority = call.Get(Priority),
            MaxWait = call.Get(MaxWait),
            Lease = call.Get(Lease),
            Mode = call.Get(RequestOptions.Mode),
            OnUnavailable = call.Get(RequestOptions.OnUnavailable),
            ReadOnly = call.Get(ReadOnly),
            Workflow = call.Get(Workflow),
            EventFile = EventFile(call),
        };

    // What a service's variable names is read when a name needs it; a file that somebody names is meant to be there.
    internal static string? EventFile(Invocation call)
    {
        if (call.Get(Event) is not { } file)
            return null;
        var path = Path.Combine(call.Surroundings.Folder, file);
        return File.Exists(path)
            ? path
            : throw new AskingException(AskingFault.Input, $"--event: there is no file {OneLine.Of(path)}");
    }

    private static GroupSettings GroupWishes(Invocation call) =>
        new()
        {
            Policy = call.Get(Policy),
            Order = call.Get(Order),
            Capacity = call.Get(Capacity),
            MaxPending = call.Get(MaxPending),
            Overflow = call.Get(Overflow),
            Debounce = call.Get(Debounce),
            Grace = call.Get(Grace),
            LockDelay = call.Get(LockDelay),
            Fence = call.Get(Fence),
            Rate = call.Get(RequestOptions.Rate),
            Preempted = call.Get(RequestOptions.Preempted),
        };

    // A flag is meant for this call. A variable may stand there for many, so there it only counts where it can.
    private static void RefuseMisplaced(OptionValues values, Wishes wishes)
    {
        var (hasGroup, hasKey) = (wishes.Groups.Count > 0, wishes.Keys.Count > 0);
        if (!hasKey && Flags(values, OfKeys) is { Count: > 0 } ofKeys)
            throw Misplaced(ofKeys, "a key", "--key K");
        if (hasKey && !hasGroup && Flags(values, OfGroups) is { Count: > 0 } ofGroups)
            throw Misplaced(ofGroups, "a group", "--group G");
    }

    private static List<string> Flags(OptionValues values, Option[] options) =>
        [.. options.Where(option => values.Origin(option) is { FromVariable: false }).Select(option => option.Flag)];

    private static AskingException Misplaced(IReadOnlyList<string> flags, string what, string flag) =>
        new(
            AskingFault.Usage,
            $"{string.Join(", ", flags)} says something about {what}, but none is asked for: add {flag}"
        );
}
