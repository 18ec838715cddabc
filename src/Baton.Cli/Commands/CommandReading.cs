namespace Baton.Cli.Commands;

/// <summary>What a command line asks for.</summary>
public abstract record CommandReading
{
    private CommandReading() { } // closed: every case is here

    /// <summary>Asks for the version.</summary>
    public sealed record Version : CommandReading;

    /// <summary>Asks for the help of the last verb of a path.</summary>
    public sealed record Help(IReadOnlyList<Verb> Path) : CommandReading;

    /// <summary>Asks to execute the last verb of a path.</summary>
    public sealed record Invoke(IReadOnlyList<Verb> Path, Invocation Invocation) : CommandReading;

    /// <summary>Is wrong; every problem is one sentence.</summary>
    public sealed record Refused(IReadOnlyList<Verb> Path, IReadOnlyList<string> Problems) : CommandReading;
}
