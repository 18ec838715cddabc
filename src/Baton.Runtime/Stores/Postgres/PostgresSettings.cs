namespace Baton.Runtime.Stores.Postgres;

/// <summary>Which PostgreSQL a scope is in and how it is used.</summary>
/// <param name="Address">Where it is.</param>
/// <param name="Time">Measures patience and pauses; scope time is the database's.</param>
public sealed record PostgresSettings(PostgresAddress Address, TimeProvider Time)
{
    /// <summary>The password; without one the driver looks into PGPASSWORD and the password file.</summary>
    public string? Password { get; init; }

    /// <summary>Another clock than the database's, for tests that let hours pass.</summary>
    internal IScopeClock? Clock { get; init; }

    /// <summary>
    /// How long a server that is restarting, or a line before a scope, is waited for until the store counts as
    /// unavailable. Zero for a single try.
    /// </summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>
    /// How long a first connection is tried for, at most: a server that never answered is rather not there than restarting.
    /// </summary>
    public TimeSpan FirstPatience { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Whether a schema is made where there is none.</summary>
    internal bool Makes { get; init; } = true;

    /// <summary>What is kept of what is over.</summary>
    public Retention Retention { get; init; } = Retention.Default;
}
