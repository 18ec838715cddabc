using System.Diagnostics;
using Baton.Cli.Commands;
using Baton.Cli.Output;

namespace Baton.Cli;

/// <summary>From a command line to an exit code.</summary>
public static class Entry
{
    /// <summary>Reads the command line and does what it says. Never throws.</summary>
    public static async ValueTask<int> RunAsync(Verb root, IReadOnlyList<string> words, Surroundings surroundings)
    {
        try
        {
            switch (new CommandLine(root, surroundings).Read(words))
            {
                case CommandReading.Version:
                    await surroundings.Out.WriteLineAsync(ProgramVersion.Line).ConfigureAwait(false);
                    return (int)ExitCode.Success;
                case CommandReading.Help help:
                    await surroundings.Out.WriteAsync(HelpPage.Of(help.Path)).ConfigureAwait(false);
                    return (int)ExitCode.Success;
                case CommandReading.Refused refused:
                    return Refuse(refused).Tell(surroundings);
                case CommandReading.Invoke invoke:
                    return await invoke.Path[^1].Execute!(invoke.Invocation).ConfigureAwait(false);
                default:
                    throw new UnreachableException("a command line asks for one of four things");
            }
        }
        catch (Exception exception)
        {
            return Failure.Of(exception).Tell(surroundings);
        }
    }

    private static Failure Refuse(CommandReading.Refused refused)
    {
        var line = string.Join(' ', refused.Path.Select(verb => verb.Name));
        return new(ExitCode.Usage, [.. refused.Problems, $"{line} --help tells what there is"]);
    }
}
