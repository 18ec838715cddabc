namespace Baton.Faults;

/// <summary>One row of the table: something that goes wrong, tried in every place where it can, and what must hold all the same.</summary>
public abstract class Fault
{
    /// <summary>What goes wrong, in a few words.</summary>
    public abstract string Name { get; }

    /// <summary>Why it can't be tried on this machine; nothing if it can.</summary>
    public virtual string? Missing => null;

    /// <summary>Tries it, and writes down what was seen.</summary>
    public abstract Task TryAsync(Ledger ledger);
}
