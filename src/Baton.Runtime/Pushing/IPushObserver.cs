namespace Baton.Runtime.Pushing;

/// <summary>Is told what happens to a push.</summary>
public interface IPushObserver
{
    /// <summary>A try failed.</summary>
    /// <param name="failures">How many did so far.</param>
    /// <param name="why">Why.</param>
    /// <param name="pause">How long is waited before the next; null where there is none.</param>
    void Failed(int failures, string why, TimeSpan? pause);
}
