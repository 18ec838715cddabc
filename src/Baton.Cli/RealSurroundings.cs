using System.Text;
using Baton.Cli.Output;
using Baton.Runtime.Configuration;
using Baton.Runtime.Kernel;

namespace Baton.Cli;

/// <summary>The surroundings of this process.</summary>
public static class RealSurroundings
{
    /// <summary>Those of this process, seen from a folder.</summary>
    public static Surroundings Of(string folder)
    {
        PutPasswordAway();
        return new()
        {
            Variable = Environment.GetEnvironmentVariable,
            Variables = AllVariables,
            Program = ThisProgram,
            Folder = folder,
            Input = Console.OpenStandardInput,
            Output = new(() => Writer(new StandardStream(1))),
            Complaints = new(() => Writer(new StandardStream(2))),
            Clock = TimeProvider.System,
            Chance = TenBytes,
            OutputIsTerminal = () => !Console.IsOutputRedirected,
            IsHeard = () => new StandardStream(1).IsHeard,
            Terminal = Size,
            ComplaintsIsTerminal = () => !Console.IsErrorRedirected,
        };
    }

    /// <summary>
    /// A store's address may have a password in the environment, and nowhere else: from here on it stands beside the
    /// address, so that nothing that shows the one can show the other. What this process starts finds them so too.
    /// </summary>
    private static void PutPasswordAway()
    {
        const string store = "BATON_STORE";
        if (
            Environment.GetEnvironmentVariable(store) is not { } text
            || StoreAddress.PasswordIn(text) is not { } password
        )
            return;
        Environment.SetEnvironmentVariable(store, StoreAddress.WithoutPassword(text));
        Environment.SetEnvironmentVariable(Commands.Stores.PasswordVariable, password);
    }

    // Started as `dotnet baton.dll` the process is dotnet's, and the first word its own is the library.
    private static IReadOnlyList<string> ThisProgram()
    {
        var path = Environment.ProcessPath ?? "baton";
        return Path.GetFileNameWithoutExtension(path) == "dotnet"
            ? [path, Path.GetFullPath(Environment.GetCommandLineArgs()[0])]
            : [path];
    }

    private static TerminalSize Size()
    {
        try
        {
            return Console.WindowWidth > 0 ? new(Console.WindowWidth, Console.WindowHeight) : TerminalSize.Usual;
        }
        catch (IOException)
        {
            return TerminalSize.Usual; // a terminal that doesn't say
        }
    }

    private static Dictionary<string, string> AllVariables()
    {
        var all = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (System.Collections.DictionaryEntry entry in Environment.GetEnvironmentVariables())
            all[(string)entry.Key] = (string?)entry.Value ?? "";
        return all;
    }

    // Not Console's: they set up terminals and encodings, which costs more than all else that a run does.
    private static StreamWriter Writer(Stream stream) =>
        new(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { AutoFlush = true };

    // A version 4 GUID is the system's own randomness without the start of a library for cryptography; its bytes 7 and 8
    // carry the version, the others are chance: https://www.rfc-editor.org/rfc/rfc9562#name-uuid-version-4
    private static byte[] TenBytes()
    {
        var bytes = Guid.NewGuid().ToByteArray();
        return [.. bytes.AsSpan(0, 6), .. bytes.AsSpan(10, 4)];
    }
}
