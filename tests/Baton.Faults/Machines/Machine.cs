using System.Diagnostics;
using Baton.Engine;
using Baton.Runtime.Kernel;
using Baton.Runtime.Stores;
using Baton.Runtime.Stores.Sqlite;

namespace Baton.Faults.Machines;

/// <summary>
/// A user's machine for one test: a home, a checkout and a store of its own. It starts the real program, and at the end
/// ends every process that it has started.
/// </summary>
public sealed class Machine : IDisposable
{
    /// <summary>Nothing in a test takes as long as this, however busy the machine is.</summary>
    public static readonly TimeSpan Bound = TimeSpan.FromMinutes(5);

    private readonly List<Started> _started = [];
    private readonly string _mark = "BATON_TEST_" + Guid.NewGuid().ToString("N");

    public Machine()
    {
        Folder = Directory.CreateTempSubdirectory("baton-test-").FullName;
        Directory.CreateDirectory(Path.Combine(Folder, "checkout"));
        Variables["HOME"] = Folder;
        Variables["XDG_STATE_HOME"] = Path.Combine(Folder, "state");
        Variables["TMPDIR"] = Folder;
        Variables["PATH"] = Environment.GetEnvironmentVariable("PATH")!;
        Variables["BATON_SCOPE"] = "acme/shop";
        Variables[_mark] = "1";
        if (Environment.GetEnvironmentVariable("DOTNET_ROOT") is { } root)
            Variables["DOTNET_ROOT"] = root;
    }

    /// <summary>Everything of the test is in here.</summary>
    public string Folder { get; }

    /// <summary>Where commands are started.</summary>
    public string Checkout => Path.Combine(Folder, "checkout");

    /// <summary>The default database.</summary>
    public string Database => Path.Combine(Folder, "state", "baton", "baton.db");

    /// <summary>The environment of what is started; nothing of the test's own reaches it.</summary>
    public Dictionary<string, string> Variables { get; } = [];

    /// <summary>Starts the program.</summary>
    public Started Start(params string[] arguments) => Start(new Dictionary<string, string>(), arguments);

    /// <summary>Starts the program with further variables.</summary>
    public Started Start(IReadOnlyDictionary<string, string> variables, params string[] arguments)
    {
        var (program, first) = Program();
        return Begin(variables, program, [.. first, .. arguments]);
    }

    /// <summary>Starts the program with further variables, in another folder than the checkout.</summary>
    public Started StartIn(string folder, IReadOnlyDictionary<string, string> variables, params string[] arguments)
    {
        var (program, first) = Program();
        return Begin(variables, program, [.. first, .. arguments], folder);
    }

    /// <summary>Starts a shell's line.</summary>
    public Started Shell(string line) => Launch("sh", "-c", line);

    /// <summary>Starts another program.</summary>
    public Started Launch(string program, params string[] arguments) =>
        Begin(new Dictionary<string, string>(), program, arguments);

    /// <summary>The same with further variables.</summary>
    public Started LaunchWith(
        IReadOnlyDictionary<string, string> variables,
        string program,
        params string[] arguments
    ) => Begin(variables, program, arguments);

    private Started Begin(
        IReadOnlyDictionary<string, string> variables,
        string program,
        string[] arguments,
        string? folder = null
    )
    {
        var start = new ProcessStartInfo(program)
        {
            WorkingDirectory = folder ?? Checkout,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment.Clear();
        foreach (var (name, value) in Variables.Concat(variables))
            start.Environment[name] = value;
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        var started = new Started(start);
        lock (_started)
            _started.Add(started);
        return started;
    }

    /// <summary>Runs the program to its end.</summary>
    public Task<Ended> Run(params string[] arguments) => Start(arguments).End();

    /// <summary>Opens the machine's store, to look at it as no user can.</summary>
    public async Task<SqliteScope> Scope() =>
        await SqliteScope.OpenAsync(
            "acme/shop",
            new SqliteSettings(Database, new MachineClock(new BootClock(TimeProvider.System))),
            default
        );

    /// <summary>The process that owns a run: its <c>baton run</c>, or its keeper.</summary>
    public async Task<ProcessIdentity> OwnerOf(string run)
    {
        await using var scope = await Scope();
        var found = await scope.ReadAsync((view, _) => view.Run(new RunId(run)), CancellationToken.None);
        return ProcessIdentity.Parse(found!.Ask.Owner.Process)!.Value;
    }

    /// <summary>A path in the machine.</summary>
    public string At(string name) => Path.Combine(Folder, name);

    /// <summary>Makes a named pipe: whoever opens it waits for the other end, so it is an event between processes.</summary>
    public string Pipe(string name)
    {
        var path = At(name);
        using var made = Process.Start("mkfifo", ["--", path]);
        made.WaitForExit();
        return path;
    }

    /// <summary>The words that start the program, for a script.</summary>
    public static string[] CommandLine()
    {
        var (program, first) = Program();
        return [program, .. first];
    }

    public void Dispose()
    {
        foreach (var started in _started)
            started.Dispose();
        EndMarked();
        try
        {
            Directory.Delete(Folder, recursive: true);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // A process that is just ending has written once more, or left what can't be removed; the folder is a temporary one.
        }
    }

    private void EndMarked()
    {
        foreach (var folder in Directory.EnumerateDirectories("/proc"))
        {
            if (!int.TryParse(Path.GetFileName(folder), out var pid) || pid == Environment.ProcessId)
                continue;
            try
            {
                if (File.ReadAllText(Path.Combine(folder, "environ")).Contains(_mark, StringComparison.Ordinal))
                    ProcessIdentity.Of(pid)?.End();
            }
            catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
            {
                // It went while it was looked at, or is another user's.
            }
        }
    }

    private static (string Program, string[] First) Program() =>
        Environment.GetEnvironmentVariable("BATON_PROGRAM") is { Length: > 0 } published
            ? (published, [])
            : ("dotnet", [Path.Combine(AppContext.BaseDirectory, "baton.dll")]);
}
