namespace Baton.Runtime.Stores.Postgres;

/// <summary>The scope was changed by somebody else while it was read piece by piece: what was read doesn't belong together.</summary>
internal sealed class MovedException : Exception;
