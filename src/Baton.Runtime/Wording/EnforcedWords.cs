using System.Diagnostics;
using Baton.Engine;
using Baton.Engine.Records;
using Baton.Runtime.Observing;
using Baton.Runtime.Stores.Stored.V1;

namespace Baton.Runtime.Wording;

/// <summary>What enforcing would have done with an observed run, in plain words that can follow "enforce".</summary>
public static class EnforcedWords
{
    /// <summary>Tells it in a sentence.</summary>
    public static string Of(Enforced enforced) =>
        enforced switch
        {
            Enforced.AtOnce => "would have started it at once too",
            Enforced.Waiting { AtLeast.Ticks: 0, Why: var why } => $"would have made it wait: {Why(why, enforced)}",
            Enforced.Waiting waiting =>
                $"would have made it wait for more than the {Spans.Of(waiting.AtLeast)} that it ran: {Why(waiting.Why, enforced)}",
            Enforced.Later later => $"would have started it {Spans.Of(later.After)} later: {Why(later.Why, enforced)}",
            Enforced.Never never =>
                $"would not have started it, {Words.Conclusions[never.Conclusion]}: {Why(never.Why, enforced)}",
            Enforced.Stopped stopped =>
                $"would have stopped it after {Spans.Of(stopped.After)}: {Why(stopped.Why, enforced)}",
            Enforced.Unknown unknown => $"could not be asked what it would have done: {unknown.Trouble}",
            _ => throw new UnreachableException(enforced.GetType().Name),
        };

    /// <summary>Tells it in one word.</summary>
    public static string Word(Enforced enforced) =>
        enforced switch
        {
            Enforced.AtOnce => "granted",
            Enforced.Waiting or Enforced.Later => "waiting",
            Enforced.Never never => Words.Conclusions[never.Conclusion],
            Enforced.Stopped => "stopped",
            Enforced.Unknown => "unknown",
            _ => throw new UnreachableException(enforced.GetType().Name),
        };

    private static string Why(Reason reason, Enforced enforced)
    {
        var other = enforced.Other;
        return ReasonWords.Of(reason, new Telling(id => other?.Id == id ? RunTitle.Of(other) : null, Instant.Zero));
    }
}
