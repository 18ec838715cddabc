namespace Baton.Proof.Simulating;

/// <summary>Something that is going to happen once, when its time has come and its process can act.</summary>
internal sealed class Moment(SimulatedProcess? owner, Action act)
{
    public SimulatedProcess? Owner => owner;

    /// <summary>Whether it stands among those that may happen now.</summary>
    public bool IsReady { get; set; }

    /// <summary>Whether it has happened, or never will.</summary>
    public bool IsOver { get; set; }

    public void Act() => act();
}
