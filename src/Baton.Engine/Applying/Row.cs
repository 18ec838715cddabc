namespace Baton.Engine.Applying;

/// <summary>One row of a scope: as it is stored, and as it will be.</summary>
internal abstract class Row(RowKind kind)
{
    /// <summary>What it is a row of.</summary>
    public RowKind Kind => kind;

    /// <summary>Whether anything was written over it.</summary>
    public bool IsChanged { get; protected set; }

    /// <summary>What is to be written; nothing where a row comes and goes.</summary>
    public abstract Change? Change();
}

/// <summary>What rows are rows of.</summary>
internal enum RowKind
{
    /// <summary>A run.</summary>
    Run,

    /// <summary>A hold.</summary>
    Hold,

    /// <summary>A resource.</summary>
    Resource,
}

/// <summary>A row of a type.</summary>
internal abstract class Row<T>(RowKind kind, T? stored) : Row(kind)
    where T : class
{
    /// <summary>What the view says.</summary>
    public T? Stored { get; } = stored;

    /// <summary>What it will say; none for a row that isn't there, or goes.</summary>
    public T? Now { get; private set; } = stored;

    /// <summary>Writes over it; says whether that is its first change.</summary>
    public bool Write(T? now)
    {
        var first = !IsChanged;
        (Now, IsChanged) = (now, true);
        return first;
    }
}
