namespace Baton.Cli.Options;

/// <summary>
/// One option of the command line, declared once: the parser, the help, the documentation and the environment variables
/// all come from it.
/// </summary>
/// <param name="name">Its name without the dashes.</param>
/// <param name="takes">The name of its value in the help; empty for a flag.</param>
/// <param name="says">What it does, in one phrase without a full stop.</param>
public abstract class Option(string name, string takes, string says)
{
    /// <summary>The name with its dashes.</summary>
    public string Flag { get; } = $"--{name}";

    /// <summary>The name of its value in the help; empty for a flag.</summary>
    public string Takes { get; } = takes;

    /// <summary>What it does.</summary>
    public string Says { get; } = says;

    /// <summary>One letter that stands for the name, with its dash.</summary>
    public string? Short { get; init; }

    /// <summary>What holds when nothing says anything, for the help.</summary>
    public string? Default { get; init; }

    /// <summary>Whether it may be given more than once; its variable then has one value a line.</summary>
    public bool Repeats { get; init; }

    /// <summary>Whether it stands alone.</summary>
    public bool IsFlag => Takes.Length == 0;

    /// <summary>The environment variable that says the same.</summary>
    public string Variable { get; init; } = $"BATON_{name.ToUpperInvariant().Replace('-', '_')}";

    /// <summary>Whether a word of the command line is this option.</summary>
    public bool Answers(string word) =>
        string.Equals(word, Flag, StringComparison.Ordinal)
        || (Short is not null && string.Equals(word, Short, StringComparison.Ordinal));

    /// <summary>Reads a value.</summary>
    public abstract ValueReading Read(string text);
}

/// <summary>An option whose value has a type; the default of the type stands for "not given".</summary>
public sealed class Option<T>(string name, string takes, string says, Func<string, ValueReading> read)
    : Option(name, takes, says)
{
    /// <inheritdoc/>
    public override ValueReading Read(string text) => read(text);
}
