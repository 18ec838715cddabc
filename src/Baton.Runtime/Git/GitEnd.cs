namespace Baton.Runtime.Git;

/// <summary>How a call of git ended. Every message is on one line, without the secrets of a URL.</summary>
public abstract record GitEnd
{
    private GitEnd() { } // closed: every case is here

    /// <summary>It did what it was told.</summary>
    /// <param name="Output">What it wrote to its standard output.</param>
    public sealed record Done(ReadOnlyMemory<byte> Output) : GitEnd;

    /// <summary>A push was refused, by the remote or by git itself before it was sent; an atomic one as a whole.</summary>
    /// <param name="Refs">What became of each ref.</param>
    /// <param name="Why">What the remote said beside that.</param>
    public sealed record Refused(IReadOnlyList<PushedRef> Refs, string Why) : GitEnd
    {
        /// <inheritdoc/>
        public override string Message =>
            Refs.FirstOrDefault(one => one.Fate == RefFate.Refused) is { } first
                ? $"{first.Name}: {first.Detail}{(Why.Length > 0 ? $" ({Why})" : "")}"
                : Why;
    }

    /// <summary>The remote doesn't know who asks, or git has nothing to tell it.</summary>
    public sealed record Authentication(string Why) : GitEnd
    {
        /// <inheritdoc/>
        public override string Message => Why;
    }

    /// <summary>The remote knows who asks, and doesn't let them do this: a token that may only read, as a rule.</summary>
    public sealed record Denied(string Why) : GitEnd
    {
        /// <inheritdoc/>
        public override string Message => Why;
    }

    /// <summary>The remote can't be reached, fails, or left in the middle: of a push nobody knows whether it was done.</summary>
    public sealed record Network(string Why) : GitEnd
    {
        /// <inheritdoc/>
        public override string Message => Why;
    }

    /// <summary>A lock file is in the way: of somebody who is at work just now, or whom nobody saw die.</summary>
    public sealed record Locked(string Why) : GitEnd
    {
        /// <inheritdoc/>
        public override string Message => Why;
    }

    /// <summary>It took too long and was killed: of a push nobody knows whether it was done.</summary>
    public sealed record TimedOut(string Why) : GitEnd
    {
        /// <inheritdoc/>
        public override string Message => Why;
    }

    /// <summary>Anything else.</summary>
    /// <param name="Code">Its exit code; 127 where there is no git, 255 where it is not known.</param>
    /// <param name="Why">What it said.</param>
    public sealed record Other(int Code, string Why) : GitEnd
    {
        /// <inheritdoc/>
        public override string Message => Why;
    }

    /// <summary>What went wrong; empty where nothing did.</summary>
    public virtual string Message => "";

    /// <summary>What git wrote to its standard output.</summary>
    /// <exception cref="GitException">It ended otherwise.</exception>
    public ReadOnlyMemory<byte> Require() => this is Done done ? done.Output : throw new GitException(this);
}
