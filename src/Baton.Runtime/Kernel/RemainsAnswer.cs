namespace Baton.Runtime.Kernel;

/// <summary>Whether anything is left of a run's process tree.</summary>
public abstract record RemainsAnswer
{
    private RemainsAnswer() { }

    /// <summary>Nothing is left.</summary>
    /// <param name="Ended">How many processes had to be ended.</param>
    public sealed record Gone(int Ended) : RemainsAnswer;

    /// <summary>Something may be left.</summary>
    /// <param name="Reason">What and why, in words for a message.</param>
    public sealed record CannotTell(string Reason) : RemainsAnswer;
}
