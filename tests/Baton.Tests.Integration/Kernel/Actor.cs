using System.Diagnostics;
using System.Globalization;
using Baton.Runtime.Kernel;

namespace Baton.Tests.Integration.Kernel;

/// <summary>A process that owns a run, to be killed.</summary>
public sealed class Actor : IDisposable
{
    private readonly Process _process;
    private readonly Playground _ground;
    private readonly string _run;

    public Actor(Playground ground, params string[] arguments)
    {
        _ground = ground;
        _run = arguments[2];
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardInput = true };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "Baton.Tests.Actors.dll"));
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        foreach (var (name, value) in ground.Environment())
        {
            start.Environment[name] = value;
        }

        _process = Process.Start(start)!;
    }

    public StreamWriter Input => _process.StandardInput;

    /// <summary>Reads on until a line, or fails.</summary>
    public async Task Hears(string expected)
    {
        var heard = new List<string>();
        while (await _process.StandardOutput.ReadLineAsync().WaitAsync(Playground.Bound) is { } line)
        {
            if (line == expected)
            {
                return;
            }

            heard.Add(line);
        }

        heard.ShouldContain(expected);
    }

    /// <summary>Kills it alone, as <c>kill -9</c> does.</summary>
    public void Kill() => _process.Kill();

    public async Task Signal(string name)
    {
        using var kill = Process.Start("kill", ["-s", name, _process.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync().WaitAsync(Playground.Bound);
    }

    public async Task<int> Ends()
    {
        await _process.WaitForExitAsync().WaitAsync(Playground.Bound);
        return _process.ExitCode;
    }

    public void Dispose()
    {
        _process.Kill();
        _process.WaitForExit();
        _ = _ground.End(TreeNote.Read(_ground.Folder, _run));
        _process.Dispose();
    }
}

/// <summary>Tests that look at all processes of the machine run one after another.</summary>
[CollectionDefinition(Name)]
public sealed class WholeMachine
{
    public const string Name = "the whole machine";
}
