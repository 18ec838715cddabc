using System.Globalization;
using Npgsql;

namespace Baton.Runtime.Stores.Postgres;

/// <summary>
/// The tables, and how an older schema becomes a newer one. They have a schema of their own, so that a database can be
/// shared with others. Rows have as columns only what an index needs; the rest is a versioned body, so a new field needs
/// no migration.
/// </summary>
internal static class Schema
{
    /// <summary>The version that this program writes.</summary>
    public static int Version => Migrations.Length;

    /// <summary>What the server says when a scope is no longer at the version that a change was decided at.</summary>
    public const string Moved = "BT001";

    /// <summary>What a first look reads; it fails where there is no schema yet.</summary>
    public const string Look =
        "SELECT (SELECT value FROM baton.meta WHERE key = 'schema'), (SELECT value FROM baton.meta WHERE key = 'store')";

    // The names of two advisory locks that nobody else in the database is likely to take: "Batn" and its migration.
    private const long Lock = 0x4261746e_00000001;

    // Each element leads from the version of its index to the next. What was released is never edited.
    private static readonly string[][] Migrations =
    [
        [
            "CREATE TABLE baton.meta(key text PRIMARY KEY, value text NOT NULL)",
            "INSERT INTO baton.meta VALUES('store', replace(gen_random_uuid()::text, '-', ''))",
            """
                CREATE TABLE baton.scopes(
                  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, name text COLLATE "C" NOT NULL UNIQUE,
                  version bigint NOT NULL, body bytea NOT NULL) WITH (fillfactor = 50)
                """,
            """
                CREATE TABLE baton.runs(
                  scope bigint NOT NULL, id text COLLATE "C" NOT NULL, request text COLLATE "C" NOT NULL,
                  keys text[] NOT NULL, arrival bigint NOT NULL, live boolean NOT NULL, parent text COLLATE "C",
                  standing smallint, rank bigint, next bigint, ended bigint, free bigint, took bigint,
                  workflow text, url text, external text, body bytea NOT NULL,
                  PRIMARY KEY(scope, id))
                """,
            "CREATE UNIQUE INDEX runs_request ON baton.runs(scope, request)",
            "CREATE INDEX runs_live ON baton.runs(scope, arrival) WHERE live",
            "CREATE INDEX runs_parent ON baton.runs(scope, parent, id) WHERE parent IS NOT NULL",
            "CREATE INDEX runs_nested ON baton.runs(scope, standing, rank, arrival) WHERE standing IS NOT NULL",
            "CREATE INDEX runs_next ON baton.runs(scope, next, id) WHERE next IS NOT NULL",
            "CREATE INDEX runs_ended ON baton.runs(scope, ended, id) WHERE ended IS NOT NULL",
            "CREATE INDEX runs_free ON baton.runs(scope, free) WHERE free IS NOT NULL",
            "CREATE INDEX runs_took ON baton.runs(scope, workflow, ended) WHERE took IS NOT NULL",
            """
                CREATE TABLE baton.waits(
                  scope bigint, resource text COLLATE "C", standing smallint, rank bigint, arrival bigint, run text NOT NULL,
                  PRIMARY KEY(scope, resource, standing, rank, arrival))
                """,
            """
                CREATE TABLE baton.holds(
                  scope bigint, resource text COLLATE "C", run text COLLATE "C", token bigint NOT NULL, until bigint,
                  body bytea NOT NULL, PRIMARY KEY(scope, resource, run))
                """,
            "CREATE INDEX holds_token ON baton.holds(scope, resource, token, run)",
            "CREATE INDEX holds_until ON baton.holds(scope, until, resource, run) WHERE until IS NOT NULL",
            """
                CREATE TABLE baton.resources(
                  scope bigint, name text COLLATE "C", body bytea NOT NULL, PRIMARY KEY(scope, name)) WITH (fillfactor = 50)
                """,
            """
                CREATE TABLE baton.records(
                  scope bigint, number bigint, at bigint NOT NULL, run text COLLATE "C",
                  previous text NOT NULL, hash text NOT NULL, body bytea NOT NULL, PRIMARY KEY(scope, number))
                """,
            "CREATE INDEX records_run ON baton.records(scope, run, number) WHERE run IS NOT NULL",
            // One call, so that the statements behind it in the same message are dropped with it when the scope has moved on.
            """
                CREATE FUNCTION baton.advance(which bigint, was bigint, becomes bytea) RETURNS timestamptz
                LANGUAGE plpgsql AS $$
                BEGIN
                  UPDATE baton.scopes SET version = was + 1, body = becomes WHERE id = which AND version = was;
                  IF NOT FOUND THEN
                    RAISE EXCEPTION 'scope % is no longer at version %', which, was USING ERRCODE = 'BT001';
                  END IF;
                  RETURN clock_timestamp();
                END $$
                """,
        ],
        [
            // A plain statement moves the scope on, and calls this only where it can't: entering a function each time costs
            // time while the row is locked. What baton.advance did; it stays for programs that are still running.
            """
                CREATE FUNCTION baton.moved(which bigint, was bigint) RETURNS timestamptz
                LANGUAGE plpgsql AS $$
                BEGIN
                  RAISE EXCEPTION 'scope % is no longer at version %', which, was USING ERRCODE = 'BT001';
                END $$
                """,
        ],
    ];

    /// <summary>
    /// Brings the schema to this program's version, and makes it where there is none. One process does, others wait for it.
    /// A rehearsal does all of it, and takes it back: only the server knows whether it would let it happen.
    /// </summary>
    public static async ValueTask MigrateAsync(
        NpgsqlConnection connection,
        Performance performance,
        CancellationToken cancellation
    )
    {
        await using var transaction = await connection.BeginTransactionAsync(cancellation).ConfigureAwait(false);
        await ExecuteAsync("SELECT pg_advisory_xact_lock(" + Lock.ToString(CultureInfo.InvariantCulture) + ")")
            .ConfigureAwait(false);
        var from = await VersionAsync(connection, cancellation).ConfigureAwait(false);
        if (from == 0)
            await ExecuteAsync("CREATE SCHEMA IF NOT EXISTS baton").ConfigureAwait(false);
        foreach (var statement in Migrations.Skip(from).SelectMany(step => step))
            await ExecuteAsync(statement).ConfigureAwait(false);
        await ExecuteAsync(
                "INSERT INTO baton.meta VALUES('schema', '"
                    + Version.ToString(CultureInfo.InvariantCulture)
                    + "') ON CONFLICT(key) DO UPDATE SET value = excluded.value"
            )
            .ConfigureAwait(false);
        if (performance == Performance.Rehearsal)
            await transaction.RollbackAsync(cancellation).ConfigureAwait(false);
        else
            await transaction.CommitAsync(cancellation).ConfigureAwait(false);

        async ValueTask ExecuteAsync(string sql)
        {
            await using var command = new NpgsqlCommand(sql, connection);
            await command.ExecuteNonQueryAsync(cancellation).ConfigureAwait(false);
        }
    }

    private static async ValueTask<int> VersionAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using var there = new NpgsqlCommand("SELECT to_regclass('baton.meta') IS NOT NULL", connection);
        if (await there.ExecuteScalarAsync(cancellation).ConfigureAwait(false) is not true)
            return 0;
        await using var read = new NpgsqlCommand("SELECT value FROM baton.meta WHERE key = 'schema'", connection);
        return await read.ExecuteScalarAsync(cancellation).ConfigureAwait(false) is string value
            ? int.Parse(value, CultureInfo.InvariantCulture)
            : 0;
    }
}
