using Baton.Engine;
using Baton.Engine.Commands;
using Baton.Engine.Views;

namespace Baton.Runtime.Stores.Sqlite;

/// <summary>
/// A scope in a SQLite file: one transaction for each batch of commands. Writers stand in line before they begin, so
/// that nobody starves; a transaction is begun as a writing one (IMMEDIATE), since SQLite refuses to turn a reading one
/// into a writing one once somebody else has written. With the log synced at each commit (WAL, synchronous FULL), what
/// was answered survives kill -9 and power loss.
/// </summary>
public sealed partial class SqliteScope : IScopeStore, IScopeHistory
{
    private readonly SemaphoreSlim _gate = new(1);
    private readonly SqliteSettings _settings;
    private readonly Database _database;
    private readonly WriterLine _line;

    private SqliteScope(string scope, SqliteSettings settings, Database database)
    {
        (Scope, _settings, _database) = (scope, settings, database);
        _line = new WriterLine(settings.Path);
    }

    /// <inheritdoc/>
    public string Scope { get; }

    /// <summary>Opens a scope; makes its database if there is none.</summary>
    /// <exception cref="StoreException">The database can't be opened, is damaged, too new, or in an unsuitable place.</exception>
    public static async ValueTask<SqliteScope> OpenAsync(
        string scope,
        SqliteSettings settings,
        CancellationToken cancellation
    ) => new(scope, settings, await Opening.OpenAsync(settings, cancellation).ConfigureAwait(false));

    /// <summary>Opens a scope to look at it: nothing is made, migrated or written.</summary>
    /// <exception cref="StoreException">The database isn't there, can't be read, is damaged, or too new.</exception>
    public static SqliteScope OpenToRead(string scope, SqliteSettings settings) =>
        new(scope, settings, Opening.ToRead(settings));

    /// <inheritdoc/>
    public async ValueTask<Applied> ApplyAsync(IReadOnlyList<Command> commands, CancellationToken cancellation)
    {
        await _gate.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            using var place = await _line.EnterAsync(_settings.Patience, cancellation).ConfigureAwait(false);
            return Transact(Begin.ToWrite, () => Apply(commands), cancellation);
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <inheritdoc/>
    public async ValueTask<T> ReadAsync<T>(Func<IScopeView, Instant, T> read, CancellationToken cancellation)
    {
        await _gate.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            return Transact(Begin.ToRead, () => Read(read), cancellation);
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <inheritdoc/>
    public ValueTask<string> StoreIdAsync(CancellationToken cancellation) =>
        ReadAsync((_, _) => StoreId(), cancellation);

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        _database.Dispose();
        _gate.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>Runs a statement as it is; for tests of what SQLite itself refuses.</summary>
    internal void Execute(string sql) => _database.Execute(sql);

    private T Transact<T>(Begin begin, Func<T> work, CancellationToken cancellation)
    {
        try
        {
            _database.Begin(begin, _settings.Patience, cancellation);
            return work();
        }
        finally
        {
            _database.RollBack(); // does nothing after a commit
        }
    }

    private Applied Apply(IReadOnlyList<Command> commands)
    {
        var row = ScopeRow.Read(_database, Scope, _settings.Clock);
        var clock = row.Body.Clock.Next(_settings.Clock);
        var outcome = Engine.Engine.Apply(new ScopeView(_database, row), commands, clock.Time);
        _database.Reclaim();
        if (outcome.Changes.Count > 0 || outcome.Records.Count > 0)
        {
            new Decided(_database, row, _settings).Write(outcome, clock);
            _database.Execute("COMMIT");
        }
        return new(outcome.Decisions, outcome.Changes, clock.Time, outcome.Due);
    }

    private T Read<T>(Func<IScopeView, Instant, T> read)
    {
        var row = ScopeRow.Read(_database, Scope, _settings.Clock);
        return read(new ScopeView(_database, row), row.Body.Clock.Next(_settings.Clock).Time);
    }

    private string StoreId()
    {
        using var read = _database.Rent("SELECT value FROM meta WHERE key = 'store'");
        return read.Step() ? read.Text(0) : throw Fault.Corrupt(_database.Path, "it has lost its id");
    }
}
