using System.Runtime.InteropServices;

namespace Baton.Runtime.Kernel;

/// <summary>The signals to this process, kept until they are taken.</summary>
public interface ISignals : IWakeable
{
    /// <summary>The signals since the last time, in order.</summary>
    IReadOnlyList<PosixSignal> Take();
}
