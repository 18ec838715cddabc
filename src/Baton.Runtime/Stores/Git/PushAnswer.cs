namespace Baton.Runtime.Stores.Git;

/// <summary>What became of a push. A refusal that trying again can't change is a <see cref="StoreException"/>.</summary>
internal abstract record PushAnswer
{
    private PushAnswer() { } // closed: every case is here

    /// <summary>All refs are moved.</summary>
    public sealed record Won : PushAnswer;

    /// <summary>None is: somebody else was first.</summary>
    public sealed record Lost(string Why) : PushAnswer;

    /// <summary>None is: a lock file is in the way.</summary>
    public sealed record Locked(string Why) : PushAnswer;

    /// <summary>Nobody knows.</summary>
    public sealed record Unknown(string Why) : PushAnswer;
}
