using Baton.Engine;

namespace Baton.Runtime.Stores;

/// <summary>A store that carries a ring to processes which the bells of one machine don't reach.</summary>
public interface IScopeBells
{
    /// <summary>
    /// Lets a process hear when somebody else's commit concerns its run, from the next reading on. A ring may get lost, or
    /// come twice.
    /// </summary>
    /// <param name="run">The run.</param>
    /// <param name="heard">Called on any thread.</param>
    /// <returns>Ends the listening.</returns>
    IDisposable Listen(RunId run, Action heard);
}
