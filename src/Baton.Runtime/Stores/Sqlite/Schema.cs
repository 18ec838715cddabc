using System.Numerics;
using System.Text;

namespace Baton.Runtime.Stores.Sqlite;

/// <summary>
/// The tables, and how an older database becomes a newer one. Rows have as columns only what an index needs; the rest is
/// a versioned body, so a new field needs no migration. Each body stands beside its check sum: SQLite's pages have none,
/// and a damaged row must be an error and never a wrong grant.
/// </summary>
internal static class Schema
{
    /// <summary>Marks the file as one of Baton's: "Batn".</summary>
    public const int Application = 0x4261746e;

    /// <summary>The version that this program writes.</summary>
    public static int Version => Migrations.Length;

    // Each element leads from the version of its index to the next. What was released is never edited.
    private static readonly string[][] Migrations =
    [
        [
            "CREATE TABLE meta(key TEXT PRIMARY KEY, value) WITHOUT ROWID",
            "INSERT INTO meta VALUES('store', lower(hex(randomblob(16))))",
            "CREATE TABLE scopes(id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, body BLOB NOT NULL, sum INTEGER NOT NULL)",
            """
                CREATE TABLE runs(
                  row INTEGER PRIMARY KEY, scope INTEGER NOT NULL, id TEXT NOT NULL, request TEXT NOT NULL,
                  live INTEGER, parent TEXT, standing INTEGER, rank INTEGER, arrival INTEGER, next INTEGER,
                  ended INTEGER, free INTEGER, took INTEGER, workflow TEXT, url TEXT, external TEXT,
                  body BLOB NOT NULL, sum INTEGER NOT NULL)
                """,
            "CREATE UNIQUE INDEX runs_id ON runs(scope, id)",
            "CREATE UNIQUE INDEX runs_request ON runs(scope, request)",
            "CREATE INDEX runs_live ON runs(scope, live) WHERE live IS NOT NULL",
            "CREATE INDEX runs_parent ON runs(scope, parent, id) WHERE parent IS NOT NULL",
            "CREATE INDEX runs_nested ON runs(scope, standing, rank, arrival) WHERE standing IS NOT NULL",
            "CREATE INDEX runs_next ON runs(scope, next, id) WHERE next IS NOT NULL",
            "CREATE INDEX runs_ended ON runs(scope, ended) WHERE ended IS NOT NULL",
            "CREATE INDEX runs_free ON runs(scope, free) WHERE free IS NOT NULL",
            "CREATE INDEX runs_took ON runs(scope, workflow, ended) WHERE took IS NOT NULL",
            """
                CREATE TABLE waits(
                  scope INTEGER, resource TEXT, standing INTEGER, rank INTEGER, arrival INTEGER, run TEXT NOT NULL,
                  PRIMARY KEY(scope, resource, standing, rank, arrival)) WITHOUT ROWID
                """,
            """
                CREATE TABLE holds(
                  scope INTEGER, resource TEXT, run TEXT, token INTEGER NOT NULL, until INTEGER,
                  body BLOB NOT NULL, sum INTEGER NOT NULL,
                  PRIMARY KEY(scope, resource, run)) WITHOUT ROWID
                """,
            "CREATE INDEX holds_token ON holds(scope, resource, token, run)",
            "CREATE INDEX holds_until ON holds(scope, until, resource, run) WHERE until IS NOT NULL",
            """
                CREATE TABLE resources(
                  scope INTEGER, name TEXT, body BLOB NOT NULL, sum INTEGER NOT NULL,
                  PRIMARY KEY(scope, name)) WITHOUT ROWID
                """,
            """
                CREATE TABLE records(
                  scope INTEGER, number INTEGER, at INTEGER NOT NULL, run TEXT,
                  previous TEXT NOT NULL, hash TEXT NOT NULL, body BLOB NOT NULL,
                  PRIMARY KEY(scope, number)) WITHOUT ROWID
                """,
        ],
    ];

    /// <summary>Brings a database, inside an open transaction, from a version to this program's.</summary>
    public static void Migrate(Database database, int from)
    {
        foreach (var statement in Migrations.Skip(from).SelectMany(step => step))
            database.Execute(statement);
        database.Execute(FormattableString.Invariant($"PRAGMA user_version = {Version}"));
        using var put = database.Rent("INSERT OR REPLACE INTO meta VALUES('schema', ?)");
        put.Bind(SumOf(database)).Run();
    }

    /// <summary>Whether the tables are as the last migration left them: damage to their definitions would bend every answer.</summary>
    public static bool IsIntact(Database database) =>
        database.Number("SELECT value FROM meta WHERE key = 'schema'") == SumOf(database);

    private static long SumOf(Database database)
    {
        using var read = database.Rent("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY name");
        var sum = 0u;
        while (read.Step())
            foreach (var letter in Encoding.UTF8.GetBytes(read.Text(0)))
                sum = BitOperations.Crc32C(sum, letter);
        return sum;
    }
}
