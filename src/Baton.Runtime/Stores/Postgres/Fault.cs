using System.Net.Sockets;
using System.Security.Authentication;
using Npgsql;

namespace Baton.Runtime.Stores.Postgres;

/// <summary>What the server's states mean to whoever uses the store (https://www.postgresql.org/docs/current/errcodes-appendix.html).</summary>
internal static class Fault
{
    /// <summary>The exception for a failure; its message says where, what, and what to do.</summary>
    public static StoreException From(Exception failure, PostgresAddress address) =>
        failure switch
        {
            StoreException known => known,
            PostgresException told => FromState(told, address),
            TimeoutException => Unavailable(address, "it did not answer in time", failure),
            { InnerException: PostgresException told } => FromState(told, address),
            NpgsqlException lacking when LacksPassword(lacking) => Unsuitable(
                address,
                "the server wants a password",
                "Give it in PGPASSWORD or a password file.",
                lacking
            ),
            NpgsqlException plain when LacksTls(plain) => Unsuitable(
                address,
                "the server speaks no TLS",
                "Have it do so (ssl = on, with a certificate), or choose another sslmode in the address.",
                plain
            ),
            { InnerException: AuthenticationException tls } => new(
                StoreFault.Unsuitable,
                $"{address}: no trusted connection ({tls.Message}). Check sslmode and sslrootcert in the address.",
                failure
            ),
            { InnerException: SocketException network } => Unavailable(address, network.Message, failure),
            { InnerException: TimeoutException } => Unavailable(address, "it did not answer in time", failure),
            _ => Unavailable(address, failure.InnerException?.Message ?? failure.Message, failure),
        };

    /// <summary>Whether a failure leaves it open what became of the statement that was under way.</summary>
    public static bool LeavesOpen(Exception failure) =>
        failure is not PostgresException told || IsEndOfSession(told.SqlState);

    /// <summary>Whether trying again on a new connection may help: the server restarts, or the line was cut.</summary>
    public static bool IsPassing(Exception failure) =>
        failure switch
        {
            PostgresException told => IsEndOfSession(told.SqlState)
                || told.SqlState is PostgresErrorCodes.CannotConnectNow or PostgresErrorCodes.TooManyConnections,
            NpgsqlException { InnerException: PostgresException told } => IsPassing(told),
            NpgsqlException { InnerException: AuthenticationException } => false,
            NpgsqlException { InnerException: SocketException { SocketErrorCode: SocketError.HostNotFound } } => false,
            NpgsqlException lacking when LacksPassword(lacking) || LacksTls(lacking) => false,
            NpgsqlException or TimeoutException or IOException or SocketException => true,
            _ => false,
        };

    /// <summary>Whether the server says that the scope was changed meanwhile.</summary>
    public static bool IsMoved(Exception failure) =>
        failure is PostgresException { SqlState: Schema.Moved or PostgresErrorCodes.SerializationFailure };

    /// <summary>Whether the server says that a run is there that was taken for new.</summary>
    public static bool IsInTheWay(Exception failure) =>
        failure
            is PostgresException
            {
                SqlState: PostgresErrorCodes.UniqueViolation,
                ConstraintName: "runs_pkey" or "runs_request"
            };

    /// <summary>Whether the server says that there is no schema yet.</summary>
    public static bool IsEmpty(Exception failure) =>
        failure
            is PostgresException
            {
                SqlState: PostgresErrorCodes.UndefinedTable or PostgresErrorCodes.InvalidSchemaName
            };

    public static StoreException Corrupt(PostgresAddress address, string detail, Exception? inner = null) =>
        new(
            StoreFault.Corrupt,
            $"{address}: the tables in the schema baton are damaged ({detail}). Nothing was overwritten. "
                + "Put back a backup, or drop the schema to begin anew.",
            inner
        );

    public static StoreException TooNew(PostgresAddress address, int version) =>
        new(
            StoreFault.TooNew,
            $"{address}: a newer Baton made the tables (format {version}, this program knows {Schema.Version}). "
                + "Nothing was changed. Use the newer program."
        );

    private static bool LacksPassword(NpgsqlException failure) =>
        failure.InnerException is null && failure.Message.Contains("password", StringComparison.OrdinalIgnoreCase);

    private static bool LacksTls(NpgsqlException failure) =>
        failure.InnerException is null && failure.Message.Contains("SSL", StringComparison.Ordinal);

    private static bool IsEndOfSession(string state) =>
        state.StartsWith("08", StringComparison.Ordinal)
        || state
            is PostgresErrorCodes.AdminShutdown
                or PostgresErrorCodes.CrashShutdown
                or "25P03" // idle in transaction for too long
                or "57P05"; // idle session timeout

    private static StoreException FromState(PostgresException told, PostgresAddress address) =>
        told.SqlState switch
        {
            PostgresErrorCodes.InvalidPassword => Unsuitable(
                address,
                $"the server refuses the password ({told.MessageText})",
                "Give the right one in PGPASSWORD or a password file.",
                told
            ),
            PostgresErrorCodes.InvalidAuthorizationSpecification => Unsuitable(
                address,
                $"the server refuses this user ({told.MessageText})",
                "Check the user's name, and pg_hba.conf on the server.",
                told
            ),
            PostgresErrorCodes.InvalidCatalogName => Unsuitable(
                address,
                $"there is no such database ({told.MessageText})",
                "Make it with createdb, or name another.",
                told
            ),
            PostgresErrorCodes.InsufficientPrivilege => ReadOnly(
                address,
                told,
                "Let an administrator grant this user the right to create in the database, or to use the schema baton."
            ),
            PostgresErrorCodes.ReadOnlySqlTransaction => ReadOnly(
                address,
                told,
                "It is a standby, or set to read-only; name the primary."
            ),
            PostgresErrorCodes.DiskFull => new(
                StoreFault.Full,
                $"{address}: the server's disk is full; nothing was changed. Make room, then try again.",
                told
            ),
            PostgresErrorCodes.LockNotAvailable or PostgresErrorCodes.QueryCanceled => Unavailable(
                address,
                "others kept the scope locked for too long, or the statement was ended",
                told
            ),
            PostgresErrorCodes.DataCorrupted
            or PostgresErrorCodes.IndexCorrupted
            or PostgresErrorCodes.UndefinedColumn
            or PostgresErrorCodes.UndefinedFunction
            or PostgresErrorCodes.UndefinedTable
            or PostgresErrorCodes.DatatypeMismatch
            or PostgresErrorCodes.UniqueViolation => Corrupt(address, told.MessageText, told),
            _ => Unavailable(address, $"{told.MessageText}, state {told.SqlState}", told),
        };

    private static StoreException Unavailable(PostgresAddress address, string detail, Exception inner) =>
        new(
            StoreFault.Unavailable,
            $"{address}: the server can't be reached or used ({detail.TrimEnd('.')}). Check that it runs and can be reached from here, then try again.",
            inner
        );

    private static StoreException Unsuitable(PostgresAddress address, string detail, string advice, Exception inner) =>
        new(StoreFault.Unsuitable, $"{address}: {detail}. {advice}", inner);

    private static StoreException ReadOnly(PostgresAddress address, PostgresException told, string advice) =>
        new(StoreFault.ReadOnly, $"{address}: it can't be written ({told.MessageText}). {advice}", told);
}
