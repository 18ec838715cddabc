using Baton.Runtime.Stores.Stored.V1;
using Npgsql;

namespace Baton.Runtime.Stores.Postgres;

/// <content>How an image is read.</content>
public sealed partial class PostgresScope
{
    /// <summary>Reads an image without a lock: good only if the scope had one version all the while.</summary>
    /// <exception cref="MovedException">It hadn't.</exception>
    private async ValueTask<ScopeImage> LoadAsync(
        NpgsqlConnection connection,
        Wanted wanted,
        CancellationToken cancellation
    )
    {
        var exchange = new Exchange();
        _ears.Ask(exchange);
        var image = await LoadAsync(connection, wanted, (exchange, ""), cancellation).ConfigureAwait(false);
        _ears.Heard();
        return image;
    }

    /// <summary>Locks the scope's row until the transaction ends, and reads an image. Whoever has the lock too long loses it.</summary>
    private ValueTask<ScopeImage> LoadLockedAsync(
        NpgsqlConnection connection,
        Wanted wanted,
        CancellationToken cancellation
    )
    {
        var exchange = new Exchange()
            .Add("BEGIN")
            .Add(
                "SELECT set_config('idle_in_transaction_session_timeout', '10s', true), set_config('lock_timeout', '30s', true)",
                _ => { }
            );
        return LoadAsync(connection, wanted, (exchange, " FOR UPDATE"), cancellation);
    }

    /// <summary>Reads in a snapshot: as it was when the transaction began, however long the reading takes.</summary>
    private async ValueTask<T> InSnapshotAsync<T>(Func<ScopeImage, T> read, CancellationToken cancellation)
    {
        var connection = _session.Connection;
        try
        {
            var exchange = new Exchange().Add("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
            var image = await LoadAsync(connection, new(), (exchange, ""), cancellation).ConfigureAwait(false);
            return read(image);
        }
        finally
        {
            await RollBackAsync().ConfigureAwait(false);
        }
    }

    private async ValueTask<ScopeImage> LoadAsync(
        NpgsqlConnection connection,
        Wanted wanted,
        (Exchange Exchange, string Locking) begun,
        CancellationToken cancellation
    )
    {
        var exchange = begun.Exchange;
        ScopeBody? body = null;
        var version = -1L;
        if (_scope == ScopeRow.None)
            AskScope(exchange);
        var image = new ScopeImage(ScopeRow.New(Scope, Clock), _source);
        var wish = wanted.Remember(_habit);
        var loading = new Loading(image, wish);
        if (_scope != ScopeRow.None)
        {
            exchange.Add(
                $"SELECT body FROM baton.scopes WHERE id = $1{begun.Locking}",
                row => body = Rows.Body(row, 0, ScopeBody.Read),
                Exchange.Value(_scope)
            );
            loading.Ask(exchange, _scope).AskTimes(exchange, _scope);
        }
        exchange.Add(
            "SELECT clock_timestamp(), (SELECT version FROM baton.scopes WHERE id = $1)",
            row =>
            {
                Read(row.GetFieldValue<DateTime>(0).Ticks);
                version = row.IsDBNull(1) ? -1 : row.GetInt64(1);
            },
            Exchange.Value(_scope)
        );
        await exchange.SendAsync(connection, cancellation).ConfigureAwait(false);
        if (body is null)
        {
            image.Row = ScopeRow.New(Scope, Clock);
            return _scope == ScopeRow.None || version == -1
                ? image
                : await LoadAsync(connection, wanted, (new Exchange(), begun.Locking), cancellation)
                    .ConfigureAwait(false);
        }
        if (body.State.Version != version)
            throw new MovedException();
        image.Row = new(_scope, body);
        loading.Finish();
        _habit = image.Lacked.Remember(wish);
        return image;
    }

    /// <summary>Reads into an image what it lacks for commands, in one round trip; none where it lacks nothing.</summary>
    /// <exception cref="MovedException">The scope has another version by now.</exception>
    private static async ValueTask CompleteAsync(
        NpgsqlConnection connection,
        ScopeImage image,
        Wanted lacking,
        CancellationToken cancellation
    )
    {
        if (lacking.IsNone)
            return;
        var exchange = new Exchange();
        var loading = new Loading(image, lacking).Ask(exchange, image.Row.Id);
        var isAsItWas = Source.Check(exchange, image.Row);
        await exchange.SendAsync(connection, cancellation).ConfigureAwait(false);
        if (!isAsItWas())
            throw new MovedException();
        loading.Finish();
    }

    private void Greet(Exchange exchange)
    {
        _scope = ScopeRow.None;
        AskScope(exchange);
    }

    private void AskScope(Exchange exchange) =>
        exchange.Add(
            "SELECT id FROM baton.scopes WHERE name = $1",
            row => _scope = row.GetInt64(0),
            Exchange.Value(Rows.Column(Scope)!)
        );

    /// <summary>Makes the scope's row, so that there is something to lock.</summary>
    private async ValueTask MakeRowAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        if (_scope != ScopeRow.None)
            return;
        Read(0);
        var exchange = new Exchange().Add(
            "SELECT clock_timestamp()",
            row => Read(row.GetFieldValue<DateTime>(0).Ticks)
        );
        await exchange.SendAsync(connection, cancellation).ConfigureAwait(false);
        exchange = new Exchange().Add(
            "INSERT INTO baton.scopes(name, version, body) VALUES($1, 0, $2) ON CONFLICT (name) DO NOTHING",
            Exchange.Value(Rows.Column(Scope)!),
            Exchange.Value(ScopeRow.New(Scope, Clock).Body.Write())
        );
        AskScope(exchange);
        await exchange.SendAsync(connection, cancellation).ConfigureAwait(false);
    }

    private void Read(long wall) => _reading = (wall, _settings.Time.GetTimestamp());

    private bool IsFresh() => _settings.Time.GetElapsedTime(_reading.At) < StaysFresh;

    /// <summary>The database's clock: what it said last, and what has passed here since then. It is late by the way of that answer.</summary>
    private IScopeClock Clock =>
        _settings.Clock ?? new DatabaseClock(_reading.Wall + _settings.Time.GetElapsedTime(_reading.At).Ticks);

    private ClockReading ClockOf(ScopeImage image) => image.Row.Body.Clock.Next(Clock);
}
