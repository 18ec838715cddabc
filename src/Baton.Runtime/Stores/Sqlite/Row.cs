using Baton.Runtime.Stores.Stored.V1;

namespace Baton.Runtime.Stores.Sqlite;

/// <summary>Reads a body and its check sum out of a row, so that damage is an error and never an answer.</summary>
internal static class Row
{
    /// <summary>Reads the body at a column; its check sum stands in the next.</summary>
    public static T Read<T>(
        Database database,
        long scope,
        Statement row,
        (int Column, Func<ReadOnlyMemory<byte>, T> Of) body
    )
    {
        var bytes = row.Bytes(body.Column);
        if (row.Number(body.Column + 1) != RowSum.Of(scope, bytes))
            throw Damaged(database, "a row doesn't fit its check sum");
        try
        {
            return body.Of(bytes);
        }
        catch (StoredBodyException fault)
        {
            throw Fault.Corrupt(database.Path, fault.Message, fault);
        }
    }

    /// <summary>Throws unless what a row says is what an index or another row promised.</summary>
    public static void Expect(Database database, bool agrees, string what)
    {
        if (!agrees)
            throw Damaged(database, what);
    }

    private static StoreException Damaged(Database database, string what) => Fault.Corrupt(database.Path, what);
}
