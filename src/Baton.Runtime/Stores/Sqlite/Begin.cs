namespace Baton.Runtime.Stores.Sqlite;

/// <summary>What a transaction is begun for.</summary>
internal enum Begin
{
    /// <summary>To read: it sees the database as it was when it began, and stands in nobody's way.</summary>
    ToRead,

    /// <summary>To write: it is the only one that does.</summary>
    ToWrite,
}
