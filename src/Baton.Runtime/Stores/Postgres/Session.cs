using System.Globalization;
using Npgsql;

namespace Baton.Runtime.Stores.Postgres;

/// <summary>
/// One connection, opened when it is needed and again when it was cut. Used by one caller at a time. While nobody uses it
/// and somebody wants to hear, it listens.
/// </summary>
/// <param name="settings">Where the server is.</param>
/// <param name="greet">What else is asked when a connection is new, in the same message.</param>
internal sealed class Session(PostgresSettings settings, Action<Exchange> greet) : IAsyncDisposable
{
    private NpgsqlDataSource? _server;
    private NpgsqlConnection? _connection;

    /// <summary>How often it was opened: what was read over an earlier one isn't trusted any more.</summary>
    public int Number { get; private set; }

    /// <summary>Whether a pooler hands out server sessions statement by statement: then nothing that outlives one can be used.</summary>
    public bool IsShared { get; private set; }

    /// <summary>Whether the tables are there, in the form that this program knows.</summary>
    public bool HasSchema => Form == Schema.Version;

    /// <summary>The form of the tables; 0 where there are none.</summary>
    public int Form { get; private set; }

    /// <summary>Names the store for ever.</summary>
    public string StoreId { get; private set; } = "";

    /// <summary>Whether it is open, as far as is known.</summary>
    public bool IsOpen => _connection is { State: System.Data.ConnectionState.Open };

    /// <summary>The open connection.</summary>
    public NpgsqlConnection Connection => _connection ?? throw new InvalidOperationException("the session isn't open");

    /// <summary>The open connection, opened if it isn't; the schema is made where there is none.</summary>
    public async ValueTask<NpgsqlConnection> OpenAsync(CancellationToken cancellation)
    {
        if (_connection is { State: System.Data.ConnectionState.Open } open)
            return open;
        await CloseAsync().ConfigureAwait(false);
        var connection = await ConnectAsync(cancellation).ConfigureAwait(false);
        Number++;
        return _connection = connection;
    }

    /// <summary>Closes it; what it was in the middle of is rolled back by the server.</summary>
    public async ValueTask CloseAsync()
    {
        var connection = _connection;
        _connection = null;
        if (connection is not null)
            await Exchange.CloseAsync(connection).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await CloseAsync().ConfigureAwait(false);
        if (_server is { } server)
            await server.DisposeAsync().ConfigureAwait(false);
    }

    private async ValueTask<NpgsqlConnection> ConnectAsync(CancellationToken cancellation)
    {
        _server ??= Server(settings, IsShared);
        var connection = await _server.OpenConnectionAsync(cancellation).ConfigureAwait(false);
        try
        {
            var look = await LookAsync(connection, cancellation).ConfigureAwait(false);
            if (look.Process != connection.ProcessID && !IsShared)
            {
                // A pooler: each statement may meet another server session, which knows nothing that was prepared before.
                IsShared = true;
                await connection.DisposeAsync().ConfigureAwait(false);
                await _server.DisposeAsync().ConfigureAwait(false);
                _server = null;
                return await ConnectAsync(cancellation).ConfigureAwait(false);
            }
            if (look.Version < Schema.Version && settings.Makes)
            {
                await Schema.MigrateAsync(connection, Performance.Real, cancellation).ConfigureAwait(false);
                look = await LookAsync(connection, cancellation).ConfigureAwait(false);
            }
            Form = look.Version;
            if (look.Commit == "off" && IsShared)
                throw NotDurable();
            if (!IsShared)
                await SetUpAsync(connection, cancellation).ConfigureAwait(false);
            return connection;
        }
        catch
        {
            await Exchange.CloseAsync(connection).ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>The server session's process, how it commits, and the version of the schema, 0 where there is none.</summary>
    private async ValueTask<(int Process, string Commit, int Version)> LookAsync(
        NpgsqlConnection connection,
        CancellationToken cancellation
    )
    {
        var (process, commit, version) = (0, "", 0);
        try
        {
            var exchange = new Exchange()
                .Add(
                    "SELECT pg_backend_pid(), current_setting('synchronous_commit')",
                    row => (process, commit) = (row.GetInt32(0), row.GetString(1))
                )
                .Add(
                    Schema.Look,
                    row =>
                    {
                        version = int.Parse(row.GetString(0), CultureInfo.InvariantCulture);
                        StoreId = row.GetString(1);
                    }
                );
            greet(exchange);
            await exchange.SendAsync(connection, cancellation).ConfigureAwait(false);
        }
        catch (PostgresException failure) when (Fault.IsEmpty(failure))
        {
            return (process, commit, 0);
        }
        return version <= Schema.Version ? (process, commit, version) : throw Fault.TooNew(settings.Address, version);
    }

    /// <summary>
    /// What was answered has to survive a power cut, whatever the server does for others. And plans are kept as long as the
    /// session: one that was made while a table was empty must not read all of it when a hundred thousand rows are in.
    /// </summary>
    private static ValueTask SetUpAsync(NpgsqlConnection connection, CancellationToken cancellation) =>
        new Exchange()
            .Add(
                """
                SELECT set_config('enable_seqscan', 'off', false), set_config('jit', 'off', false),
                  set_config('synchronous_commit',
                    CASE current_setting('synchronous_commit') WHEN 'off' THEN 'on' ELSE current_setting('synchronous_commit') END,
                    false)
                """,
                _ => { }
            )
            .SendAsync(connection, cancellation);

    private StoreException NotDurable() =>
        new(
            StoreFault.Unsuitable,
            $"{settings.Address}: synchronous_commit is off, and behind a pooler it can't be set for this session. "
                + "Set it to on for the user: ALTER ROLE … SET synchronous_commit = on."
        );

    private static NpgsqlDataSource Server(PostgresSettings settings, bool isShared)
    {
        var parts = settings.Address.Settings();
        if (settings.Password is { Length: > 0 } password)
            parts.Password = password;
        parts.Pooling = false;
        parts.MaxAutoPrepare = isShared ? 0 : 64;
        parts.AutoPrepareMinUsages = 2;
        parts.ApplicationName ??= "baton";
        if (parts.Host?.Contains(',', StringComparison.Ordinal) != true)
            parts.TargetSessionAttributes = null; // with one host there is nothing to choose
        parts.IncludeErrorDetail = false;
        var builder = new NpgsqlSlimDataSourceBuilder(parts.ConnectionString);
        builder.ConfigureTypeLoading(types => types.EnableTypeLoading(false)); // it would read the whole catalogue
        builder.EnableArrays();
        builder.EnableTransportSecurity();
        return builder.Build();
    }
}
