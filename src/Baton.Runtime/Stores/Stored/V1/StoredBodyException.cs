namespace Baton.Runtime.Stores.Stored.V1;

/// <summary>A stored body is damaged, or in a format that this program doesn't know.</summary>
public sealed class StoredBodyException(string message, Exception? inner = null) : Exception(message, inner);
