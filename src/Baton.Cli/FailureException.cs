namespace Baton.Cli;

/// <summary>Ends a command with a failure that is known already: its code and its lines.</summary>
public sealed class FailureException(Failure failure) : Exception(string.Join('\n', failure.Lines))
{
    /// <summary>The failure.</summary>
    public Failure Failure { get; } = failure;
}
