using Npgsql;

namespace Baton.Runtime.Stores.Postgres;

/// <summary>
/// Where an image gets what it lacks, while the engine reads it. Each message also asks for the scope's version. What one
/// session reads in turn is never older than what it read before: so if the version is the same, so is everything else.
/// </summary>
/// <param name="connection">The open connection.</param>
/// <param name="cancellation">Calls off what it is used for just now.</param>
internal sealed class Source(Func<NpgsqlConnection> connection, Func<CancellationToken> cancellation)
{
    /// <summary>Sends statements about a scope as it is at a version.</summary>
    /// <exception cref="MovedException">The scope has another version by now.</exception>
    public void Send(Exchange exchange, ScopeRow row)
    {
        var isAsItWas = Check(exchange, row);
        exchange.Send(connection(), cancellation());
        if (!isAsItWas())
            throw new MovedException();
    }

    /// <summary>Adds the question for the version; the answer says whether it is still the same.</summary>
    public static Func<bool> Check(Exchange exchange, ScopeRow row)
    {
        long? version = null;
        exchange.Add(
            "SELECT version FROM baton.scopes WHERE id = $1",
            read => version = read.GetInt64(0),
            Exchange.Value(row.Id)
        );
        return () => version == row.Version;
    }
}
