namespace Baton.Runtime.Kernel;

/// <summary>A run's own bell: others ring it, and see by it that its owner has died.</summary>
public interface IBell : IWakeable
{
    /// <summary>Takes all the rings so far.</summary>
    /// <returns>True when there was one.</returns>
    bool Silence();
}
