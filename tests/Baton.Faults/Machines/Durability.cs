namespace Baton.Faults.Machines;

/// <summary>What a server's commits survive.</summary>
public enum Durability
{
    /// <summary>That processes are killed.</summary>
    OfProcesses,

    /// <summary>A power cut too.</summary>
    OfDisks,
}
