namespace Baton.Runtime.Asking;

/// <summary>What a user asks for can't be made a request. Nothing was asked of a store.</summary>
public sealed class AskingException(AskingFault fault, params IReadOnlyList<string> lines)
    : Exception(string.Join('\n', lines))
{
    /// <summary>What is wrong.</summary>
    public AskingFault Fault { get; } = fault;

    /// <summary>What was found, what was expected, what to do: one line each.</summary>
    public IReadOnlyList<string> Lines { get; } = lines;

    /// <summary>Whether the settings say that nothing binds: then a command starts all the same.</summary>
    public bool IsObserved { get; init; }
}
