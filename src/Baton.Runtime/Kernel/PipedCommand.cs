namespace Baton.Runtime.Kernel;

/// <summary>A program that is fed, read and waited for.</summary>
/// <param name="Arguments">The program and its arguments; at least the program. No shell reads them.</param>
/// <param name="Environment">Its whole environment.</param>
public sealed record PipedCommand(IReadOnlyList<string> Arguments, IReadOnlyDictionary<string, string> Environment)
{
    /// <summary>What it reads.</summary>
    public ReadOnlyMemory<byte> Input { get; init; }

    /// <summary>How long it may take, with all that it starts; 30 s if not said.</summary>
    public TimeSpan Deadline { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The most bytes that it may write to its standard output; 64 MiB if not said.</summary>
    public int MostOutput { get; init; } = 64 << 20;
}
