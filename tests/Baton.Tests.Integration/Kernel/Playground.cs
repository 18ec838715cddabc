using System.Collections;
using System.Globalization;
using Baton.Runtime.Kernel;

namespace Baton.Tests.Integration.Kernel;

/// <summary>A folder with a bell for scripts to say that they are ready, and children that end with the test.</summary>
public sealed class Playground : IDisposable
{
    public static readonly TimeSpan Bound = TimeSpan.FromSeconds(60);

    private readonly List<ChildProcess> _children = [];
    private readonly List<ProcessIdentity> _written = [];
    private readonly Bell _ready;

    public Playground()
    {
        Folder = Directory.CreateTempSubdirectory("baton-kernel-").FullName;
        _ready = Bell.Create(Folder, "ready");
    }

    public string Folder { get; }

    public BootClock Clock { get; } = new(TimeProvider.System);

    public Waiter Waiter => new(Clock);

    /// <summary>Starts a script; it tells that it is ready by <c>printf . > "$READY"</c>.</summary>
    public ChildProcess Start(string run, string script) => Start(run, "sh", "-c", script);

    public ChildProcess Start(string run, params string[] arguments)
    {
        var child = Try(run, arguments).ShouldBeOfType<ChildStart.Started>().Child;
        _children.Add(child);
        return child;
    }

    public ChildStart Try(string run, params string[] arguments)
    {
        var environment = Environment();
        return ChildProcess.Start(new ChildCommand(run, arguments, environment, Orphans.Leave));
    }

    public Dictionary<string, string> Environment()
    {
        var environment = System
            .Environment.GetEnvironmentVariables()
            .Cast<DictionaryEntry>()
            .ToDictionary(entry => (string)entry.Key, entry => (string)entry.Value!);
        environment["READY"] = _ready.Path;
        environment["FOLDER"] = Folder;
        return environment;
    }

    /// <summary>Waits until a script has said that it is ready.</summary>
    public void AwaitReady()
    {
        Waiter.Wait([_ready], Bound).ShouldContain(_ready);
        _ = _ready.Silence();
    }

    /// <summary>Waits until a condition holds that nothing announces.</summary>
    public void Await(Func<bool> condition)
    {
        var started = Clock.GetTimestamp();
        while (!condition())
        {
            Clock.GetElapsedTime(started).ShouldBeLessThan(Bound);
            _ = Waiter.Wait([], TimeSpan.FromMilliseconds(5));
        }
    }

    /// <summary>The process whose id a script has written into a file of the folder.</summary>
    public ProcessIdentity Written(string file)
    {
        var text = File.ReadAllText(Path.Combine(Folder, file)).Trim();
        var process = ProcessIdentity.Of(int.Parse(text, CultureInfo.InvariantCulture)).ShouldNotBeNull();
        _written.Add(process);
        return process;
    }

    public RemainsAnswer End(TreeNote note) => Remains.End(note, Clock, Bound);

    public ChildEnd AwaitEnd(ChildProcess child)
    {
        _ = Waiter.Wait([child], Bound);
        return child.Collect().ShouldNotBeNull();
    }

    public void Dispose()
    {
        foreach (var child in _children)
        {
            _ = child.EndAll(Clock, Bound);
            child.Dispose();
        }

        foreach (var process in _written.Where(process => process.Look() is Liveness.Alive))
        {
            System.Diagnostics.Process.GetProcessById(process.Pid).Kill();
            Await(() => process.Look() is Liveness.Dead);
        }

        _ready.Dispose();
        Directory.Delete(Folder, recursive: true);
    }
}
