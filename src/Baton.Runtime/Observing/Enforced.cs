using Baton.Engine;
using Baton.Engine.Records;
using Baton.Engine.Runs;
using Baton.Runtime.Wording;

namespace Baton.Runtime.Observing;

/// <summary>What <c>enforce</c> would have done with a run that was only observed.</summary>
public abstract record Enforced
{
    private Enforced() { } // closed: every case is here

    /// <summary>Why it would not have run just as it did; nothing if it would.</summary>
    public virtual Reason? Against => null;

    /// <summary>The run that the reason names, as far as it is known.</summary>
    public Run? Other { get; init; }

    /// <summary>What the engine's answer to a request means for the run that asked.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="asker">The run that asked; an answer about another one says that the request had been made before.</param>
    public static Enforced Of(Decision answer, RunId asker) =>
        answer switch
        {
            { About: { } known } when known.Id != asker => new Never(
                known.Conclusion ?? Conclusion.Duplicate,
                new Reason.AskedElsewhere(known.Id)
            ),
            Decision.Waiting { Run.Reason: { } why } => new Waiting(TimeSpan.Zero, why),
            Decision.Ended { Run: { Conclusion: { } conclusion, Reason: { } why } } => new Never(conclusion, why),
            Decision.Refused refused => new Unknown(RefusalWords.Of(refused.Refusal, Telling.Bare(Instant.Zero))),
            _ => new AtOnce(),
        };

    /// <summary>It would have started at once.</summary>
    public sealed record AtOnce : Enforced;

    /// <summary>It would have waited; its command was over before that wait was.</summary>
    /// <param name="AtLeast">How long its command ran beside those for whom it would have waited.</param>
    /// <param name="Why">For what.</param>
    public sealed record Waiting(TimeSpan AtLeast, Reason Why) : Enforced
    {
        /// <inheritdoc/>
        public override Reason? Against => Why;
    }

    /// <summary>It would have waited, and then started.</summary>
    /// <param name="After">How long.</param>
    /// <param name="Why">For what.</param>
    public sealed record Later(TimeSpan After, Reason Why) : Enforced
    {
        /// <inheritdoc/>
        public override Reason? Against => Why;
    }

    /// <summary>It would not have started.</summary>
    /// <param name="Conclusion">How it would have ended.</param>
    /// <param name="Why">Why.</param>
    public sealed record Never(Conclusion Conclusion, Reason Why) : Enforced
    {
        /// <inheritdoc/>
        public override Reason? Against => Why;
    }

    /// <summary>It would have started, and been told to stop.</summary>
    /// <param name="After">How long after its start.</param>
    /// <param name="Why">Why.</param>
    public sealed record Stopped(TimeSpan After, Reason Why) : Enforced
    {
        /// <inheritdoc/>
        public override Reason? Against => Why;
    }

    /// <summary>Nobody can say: the store could not be used, or the request could not be made.</summary>
    /// <param name="Trouble">What happened.</param>
    public sealed record Unknown(string Trouble) : Enforced
    {
        /// <inheritdoc/>
        public override Reason? Against => new Reason.Said("", $"it could not be asked: {Trouble}");
    }
}
