using Baton.Engine;
using Baton.Engine.Commands;
using Baton.Engine.Resources;

namespace Baton.Runtime.Stores.Postgres;

/// <summary>What is known to be needed of a scope before the engine reads it, so that it comes in one round trip.</summary>
internal sealed class Wanted
{
    private const int MostRemembered = 32;

    /// <summary>Runs, what they need, and who holds that.</summary>
    public HashSet<RunId> Runs { get; } = [];

    /// <summary>Runs by the request that made them.</summary>
    public HashSet<RequestId> Requests { get; } = [];

    /// <summary>Resources, with their lines and holds.</summary>
    public HashSet<ResourceName> Resources { get; } = [];

    /// <summary>Whether it is nothing.</summary>
    public bool IsNone => Runs.Count == 0 && Requests.Count == 0 && Resources.Count == 0;

    /// <summary>What commands need.</summary>
    public static Wanted By(IEnumerable<Command> commands)
    {
        var wanted = new Wanted();
        foreach (var command in commands)
            wanted.Add(command);
        return wanted;
    }

    /// <summary>One run.</summary>
    public static Wanted Of(RunId run) => new() { Runs = { run } };

    /// <summary>One resource.</summary>
    public static Wanted Of(ResourceName resource) => new() { Resources = { resource } };

    /// <summary>What was asked for lately is asked for again: a waiting process looks at the same things each time.</summary>
    public Wanted Remember(Wanted earlier)
    {
        foreach (var run in earlier.Runs)
            if (Runs.Count < MostRemembered)
                Runs.Add(run);
        foreach (var resource in earlier.Resources)
            if (Resources.Count < MostRemembered)
                Resources.Add(resource);
        return this;
    }

    private void Add(Command command)
    {
        switch (command)
        {
            case Command.Request request:
                Add(request.Ask);
                break;
            case Command.Pause { Resource: var resource }:
                Resources.Add(resource);
                break;
            case Command.Resume { Resource: var resource }:
                Resources.Add(resource);
                break;
            case Command.Configure { Resource: var resource }:
                Resources.Add(resource);
                break;
            default:
                if (RunOf(command) is { } run)
                    Runs.Add(run);
                break;
        }
    }

    private void Add(Ask ask)
    {
        Runs.Add(ask.Run);
        Requests.Add(ask.Request);
        if (ask.Parent is { } parent)
            Runs.Add(parent);
        foreach (var need in ask.Needs)
            Resources.Add(need.Resource);
    }

    /// <summary>The run that a command is about.</summary>
    public static RunId? RunOf(Command command) =>
        command switch
        {
            Command.Request request => request.Ask.Run,
            Command.Renew renew => renew.Run,
            Command.Acknowledge acknowledge => acknowledge.Run,
            Command.End end => end.Run,
            Command.Expire expire => expire.Run,
            Command.Attest attest => attest.Run,
            Command.Cancel cancel => cancel.Run,
            Command.Release release => release.Run,
            Command.Reprioritise reprioritise => reprioritise.Run,
            Command.RaiseToken raise => raise.Run,
            _ => null,
        };
}
