namespace Baton.Runtime.Stores.Postgres;

/// <summary>Whether something is done, or only tried.</summary>
public enum Performance
{
    /// <summary>It is done.</summary>
    Real,

    /// <summary>It is tried, and taken back.</summary>
    Rehearsal,
}
