using Baton.Engine.Commands;
using Baton.Engine.Resources;
using Baton.Engine.Runs;
using Baton.Proof.Simulating;
using Baton.Runtime.Asking;
using Baton.Runtime.Coordination;
using Baton.Runtime.Forge;
using Baton.Runtime.Stores;

namespace Baton.Proof.Forging;

/// <summary>
/// A made-up world with a forge beside its store: processes, one clock, and a real server that tells the time of that
/// clock. The seed says what interleaves with what.
/// </summary>
internal sealed class ForgeWorld : IDisposable
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(2);

    private readonly FakeForge _forge;
    private readonly HttpMessageHandler _sockets;
    private int _pids = 10_000;
    private int _ids;
    private static int s_worlds;

    public ForgeWorld(int seed, FakeForge forge, HttpMessageHandler sockets)
    {
        (_forge, _sockets) = (forge, sockets);
        World = new World(seed, Fittings.Real);
        World.Faults.Healed = true;
        Name = $"octo/world-{Interlocked.Increment(ref s_worlds)}";
        Repository = forge.Add(Name, () => World.Schedule.Time);
    }

    public World World { get; }

    public string Name { get; }

    /// <summary>What could not be put, as the gates have told it.</summary>
    public List<string> Troubles { get; } = [];

    /// <summary>The address of the forge.</summary>
    public string Url => _forge.Url;

    public FakeRepository Repository { get; }

    public void Dispose() => _forge.Remove(Name);

    /// <summary>How a server is reached by one process after another.</summary>
    public static HttpMessageHandler Sockets() =>
        new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false };

    /// <summary>Starts a process on one of the hosts.</summary>
    public SimulatedProcess Start()
    {
        var host = World.Hosts[World.Chance.Next(World.Hosts.Count)];
        var process = new SimulatedProcess(World, host, ++_pids);
        host.Add(process);
        return process;
    }

    /// <summary>What a process knows of its machine.</summary>
    public Surroundings Around(SimulatedProcess process) =>
        new("", process.Host.Domain, process.Identity, new SimulatedMachine(World, process));

    /// <summary>The store as a process reaches it.</summary>
    public IScopeStore Store(SimulatedProcess process)
    {
        process.Ask ??= AskOf(process, []);
        return new FaultyStore(World, process);
    }

    /// <summary>A client of the forge in the hands of a process.</summary>
    public ForgeClient Client(SimulatedProcess process, ForgeDoor? door = null) =>
        new(
            ForgePlace.Read(Variable),
            ForgeToken.Find(Variable, "/"),
            Around(process).Clock,
            door ?? new ForgeDoor(process, _sockets)
        );

    /// <summary>The door of a process.</summary>
    public ForgeDoor Door(SimulatedProcess process, Action<string> before, Action<string> after) =>
        new(process, _sockets) { Before = before, After = after };

    /// <summary>A fresh id: they grow, as ULIDs do.</summary>
    public string FreshId() =>
        Ulid.Of(
            DateTimeOffset.UnixEpoch + World.Schedule.Time,
            [0, 0, 0, 0, 0, 0, 0, 0, (byte)(++_ids >> 8), (byte)_ids]
        );

    /// <summary>A request of a process.</summary>
    public Ask AskOf(SimulatedProcess process, Needs needs) =>
        new()
        {
            Run = new(FreshId()),
            Request = new(FreshId()),
            Owner = Around(process).Owner,
            Needs = needs,
            Origin = new Origin { Workflow = "copilot assignment", Number = _ids },
        };

    /// <summary>Lets the world go on until something is done.</summary>
    public T Finish<T>(ValueTask<T> doing)
    {
        var task = doing.AsTask();
        Until(() => task.IsCompleted);
        return task.IsCompleted
            ? task.GetAwaiter().GetResult()
            : throw new InvalidOperationException("it is not done, and nothing happens any more");
    }

    /// <summary>Lets the world go on until something holds, or nothing happens any more.</summary>
    public void Until(Func<bool> holds)
    {
        var end = World.Schedule.Now + Longest.Ticks;
        while (!holds() && World.Schedule.Step(end)) { }
    }

    private string? Variable(string name) =>
        name switch
        {
            "GITHUB_REPOSITORY" => Name,
            "GITHUB_API_URL" => _forge.Url,
            "GITHUB_GRAPHQL_URL" => _forge.Url + "/graphql",
            "GITHUB_TOKEN" => _forge.Token,
            _ => null,
        };
}
