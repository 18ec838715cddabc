using Baton.Cli.Options;

namespace Baton.Cli.Commands;

/// <summary>A command of the program, declared: what it takes, what it says of itself, and what it does.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Says">What it does, in one phrase without a full stop.</param>
public sealed record Verb(string Name, string Says)
{
    /// <summary>The verbs below it; then it does nothing itself.</summary>
    public IReadOnlyList<Verb> Verbs { get; init; } = [];

    /// <summary>Its options.</summary>
    public IReadOnlyList<Option> Options { get; init; } = [];

    /// <summary>The words that it takes beside options, as its usage shows them.</summary>
    public string Takes { get; init; } = "";

    /// <summary>How many such words it takes.</summary>
    public (int Least, int Most) Words { get; init; }

    /// <summary>Whether further words may stand after <c>--</c>, so that they may begin with a dash.</summary>
    public bool TakesPaths { get; init; }

    /// <summary>Whether a command to run stands after <c>--</c>.</summary>
    public bool TakesCommand { get; init; }

    /// <summary>More to say about it; an empty line between paragraphs.</summary>
    public string Essay { get; init; } = "";

    /// <summary>Whether only Baton itself uses it; no help shows it.</summary>
    public bool IsHidden { get; init; }

    /// <summary>Command lines that work, each with what it does.</summary>
    public IReadOnlyList<(string Line, string Meaning)> Examples { get; init; } = [];

    /// <summary>Does it, and gives the exit code.</summary>
    public Func<Invocation, ValueTask<int>>? Execute { get; init; }
}
