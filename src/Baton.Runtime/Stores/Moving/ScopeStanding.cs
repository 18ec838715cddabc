using Baton.Engine.Runs;
using Baton.Runtime.Stores.Stored.V1;

namespace Baton.Runtime.Stores.Moving;

/// <summary>How a scope stands, inside the transaction that may remake it.</summary>
/// <param name="Body">Its own row.</param>
/// <param name="Clock">Scope time now.</param>
/// <param name="Live">The runs that have not ended.</param>
public sealed record ScopeStanding(ScopeBody Body, ClockReading Clock, IReadOnlyList<Run> Live)
{
    /// <summary>Whether anything ever happened in it.</summary>
    public bool IsUntouched => Body.State.Version == 0;
}
