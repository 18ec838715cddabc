using Baton.Runtime.Kernel;
using Baton.Runtime.Stores;

namespace Baton.Runtime.Health;

/// <summary>The files of a SQLite store, and what it says of itself.</summary>
public sealed record StoreFacts
{
    /// <summary>Where the database is, or would be.</summary>
    public required string Path { get; init; }

    /// <summary>Its folder, or the nearest one above that is there.</summary>
    public required PathFacts Folder { get; init; }

    /// <summary>Whether this process may look for files in that folder.</summary>
    public bool IsFolderOpen { get; init; } = true;

    /// <summary>The database; null where there is none yet.</summary>
    public PathFacts? File { get; init; }

    /// <summary>Its log; null where there is none.</summary>
    public PathFacts? Log { get; init; }

    /// <summary>The file of the writers' line; null where there is none.</summary>
    public PathFacts? Line { get; init; }

    /// <summary>The folder of the bells; null where there is none.</summary>
    public PathFacts? Bells { get; init; }

    /// <summary>On what kind of file system it lies.</summary>
    public required Mount Mount { get; init; }

    /// <summary>How much room its disk has; null where that can't be told.</summary>
    public long? FreeBytes { get; init; }

    /// <summary>Why it can't be read; null where it can, or where there is none.</summary>
    public StoreException? Failure { get; init; }

    /// <summary>What is wrong inside it.</summary>
    public IReadOnlyList<string> Faults { get; init; } = [];

    /// <summary>Whether there is a database.</summary>
    public bool Exists => File is not null;
}
