using System.Diagnostics;

namespace Baton.Faults;

/// <summary>Programs that a row may need, and that a machine may not have.</summary>
internal static class Tool
{
    /// <summary>Whether a command can be started and ends with 0.</summary>
    public static bool Works(string program, params string[] arguments)
    {
        try
        {
            var start = new ProcessStartInfo(program, arguments)
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            };
            using var process = Process.Start(start)!;
            process.StandardInput.Close();
            var said = Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
            process.WaitForExit();
            said.Wait();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false; // there is no such program
        }
    }

    /// <summary>Runs one that must work.</summary>
    /// <exception cref="InvalidOperationException">It ended with another code than 0.</exception>
    public static void Run(string program, params string[] arguments)
    {
        if (!Works(program, arguments))
            throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} failed");
    }
}
