namespace Baton.Runtime.Kernel;

/// <summary>Finds and starts a program as <c>execvp(3)</c> does, along the PATH of the environment that it gets.</summary>
internal sealed class ProgramSearch(ChildCommand command)
{
    /// <summary>The PATH of an environment that has none.</summary>
    internal const string UsualPath = "/usr/local/bin:/usr/bin:/bin";

    private const int NotFound = 127,
        NotExecutable = 126;
    private readonly string _program = command.Arguments[0];
    private readonly List<string> _environment =
    [
        .. command
            .Environment.Append(new(TreeMark.NameOf(command.Run), TreeMark.Value))
            .Select(entry => $"{entry.Key}={entry.Value}"),
    ];

    /// <summary>Starts it.</summary>
    /// <param name="pid">Its id; 0 when it was refused.</param>
    /// <returns>The refusal; null when it runs.</returns>
    internal ChildStart.Refused? Start(out int pid)
    {
        pid = 0;
        var (worst, path) = (Posix.NoEntry, _program);
        foreach (var candidate in Candidates())
        {
            var error = StartAt(candidate, out pid);
            if (error == 0)
            {
                return null;
            }

            if (error is not (Posix.NoEntry or Posix.NotADirectory))
            {
                (worst, path) = (error, candidate);
                if (error != Posix.AccessDenied)
                {
                    break;
                }
            }
            else if (worst == Posix.NoEntry && File.Exists(candidate))
            {
                return new ChildStart.Refused(
                    NotExecutable,
                    $"Can't start {candidate}: the interpreter that its first line names is not there."
                );
            }
        }

        return worst == Posix.NoEntry
            ? new ChildStart.Refused(NotFound, $"Can't find the program '{_program}'.")
            : new ChildStart.Refused(NotExecutable, $"Can't start {path}: {Posix.Describe(worst)}.");
    }

    private int StartAt(string path, out int pid)
    {
        var error = Spawner.Start(path, (command.Arguments, _environment), null, out pid);

        // A script without a first line that names its interpreter is the shell's, by execvp(3).
        return error == Posix.NotExecutable
            ? Spawner.Start("/bin/sh", (["sh", path, .. command.Arguments.Skip(1)], _environment), null, out pid)
            : error;
    }

    private IEnumerable<string> Candidates() =>
        Along(command.Environment.TryGetValue("PATH", out var value) ? value : UsualPath, _program);

    /// <summary>Where a program may be: along a PATH, or at its own path if it has one.</summary>
    internal static IEnumerable<string> Along(string path, string program) =>
        program.Length == 0 || program.Contains('/', StringComparison.Ordinal)
            ? [program]
            // Looking first is a hundred times cheaper than a start that fails. A folder of PATH that may not be searched
            // has nothing for us, as shells see it.
            : path.Split(':')
                .Select(folder => Path.Combine(folder.Length == 0 ? "." : folder, program))
                .Where(Path.Exists);
}
