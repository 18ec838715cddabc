using Baton.Cli.Output;

namespace Baton.Cli;

/// <summary>
/// All that a command sees of the process it runs in, so that a test can put it somewhere else. Nothing of it is opened
/// before it is used: most runs write nothing of their own.
/// </summary>
public sealed record Surroundings
{
    /// <summary>Gives an environment variable's value, or null.</summary>
    public required Func<string, string?> Variable { get; init; }

    /// <summary>Gives the whole environment, for the command to run.</summary>
    public Func<IReadOnlyDictionary<string, string>> Variables { get; init; } = () => new Dictionary<string, string>();

    /// <summary>How to start this program once more: its path, and what stands before its own words.</summary>
    public Func<IReadOnlyList<string>> Program { get; init; } = () => [];

    /// <summary>The folder in which the command was started.</summary>
    public required string Folder { get; init; }

    /// <summary>Opens standard input, for the verbs that read it.</summary>
    public Func<Stream> Input { get; init; } = () => Stream.Null;

    /// <summary>Standard output: results.</summary>
    public required Lazy<TextWriter> Output { get; init; }

    /// <summary>Standard error: progress, waiting, errors.</summary>
    public required Lazy<TextWriter> Complaints { get; init; }

    /// <summary>The wall clock.</summary>
    public required TimeProvider Clock { get; init; }

    /// <summary>Ten bytes of chance, for ids.</summary>
    public required Func<byte[]> Chance { get; init; }

    /// <summary>Whether a person looks at standard output.</summary>
    public Func<bool> OutputIsTerminal { get; init; } = () => false;

    /// <summary>Whether anybody can still read standard output; who writes again and again ends where nobody does.</summary>
    public Func<bool> IsHeard { get; init; } = () => true;

    /// <summary>Whether a person looks at standard error.</summary>
    public Func<bool> ComplaintsIsTerminal { get; init; } = () => false;

    /// <summary>How much the terminal shows, where a person looks at standard output.</summary>
    public Func<TerminalSize> Terminal { get; init; } = () => TerminalSize.Usual;

    /// <summary>Where results go.</summary>
    public TextWriter Out => Output.Value;

    /// <summary>Where everything else goes.</summary>
    public TextWriter Error => Complaints.Value;

    /// <summary>An environment variable's value; one that is empty counts as not set.</summary>
    public string? Set(string name) => Variable(name) is { Length: > 0 } value ? value : null;

    /// <summary>Whether standard output is a terminal on which what was written can be written over.</summary>
    public bool CanRedraw() => OutputIsTerminal() && Set("TERM") is not (null or "dumb");

    /// <summary>Writes one line about what Baton does or can't do.</summary>
    public void Say(string line)
    {
        try
        {
            Error.WriteLine($"baton: {line}");
        }
        catch (IOException)
        {
            // A full disk or a closed pipe behind standard error must not end a run: telling is not what it is for.
        }
    }
}
