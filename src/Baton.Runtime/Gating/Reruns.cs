namespace Baton.Runtime.Gating;

/// <summary>What becomes of a run that a person started again.</summary>
public enum Reruns
{
    /// <summary>It may run inside the window of its keys; an owner that lives turns it away all the same.</summary>
    Allow,

    /// <summary>It counts as any other arrival.</summary>
    Suppress,
}
