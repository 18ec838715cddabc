namespace Baton.Runtime.Kernel;

/// <summary>Something that its holder can wait for, and lets go of in the end.</summary>
public interface IWakeable : IDisposable
{
    /// <summary>What to wait for.</summary>
    WakeSource Source { get; }
}
