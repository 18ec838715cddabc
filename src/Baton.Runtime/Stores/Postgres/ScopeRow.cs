using Baton.Engine.Views;
using Baton.Runtime.Audit;
using Baton.Runtime.Stores.Stored.V1;

namespace Baton.Runtime.Stores.Postgres;

/// <summary>A scope's own row.</summary>
/// <param name="Id">Its number in the database; none while it has no row.</param>
/// <param name="Body">What stands in it.</param>
internal sealed record ScopeRow(long Id, ScopeBody Body)
{
    /// <summary>No row has this number.</summary>
    public const long None = -1;

    /// <summary>The scope's version.</summary>
    public long Version => Body.State.Version;

    /// <summary>The row of a scope in which nothing has happened, and whose time begins now.</summary>
    public static ScopeRow New(string name, IScopeClock clock) =>
        new(None, new(name, ScopeState.Empty, ClockReading.First(clock), AuditHead.None, null));
}
