using System.Diagnostics;
using Baton.Engine.Runs;

namespace Baton.Runtime.Wording;

/// <summary>Each conclusion in plain words that can follow "the run".</summary>
public static class ConclusionWords
{
    /// <summary>Tells a conclusion.</summary>
    public static string Of(Conclusion conclusion) =>
        conclusion switch
        {
            Conclusion.Success => "succeeded",
            Conclusion.Failure => "failed",
            Conclusion.Cancelled => "was cancelled",
            Conclusion.Superseded => "was superseded by a newer run",
            Conclusion.Preempted => "gave way to a run of higher priority",
            Conclusion.Duplicate => "was a duplicate and did not run",
            Conclusion.Skipped => "was skipped",
            Conclusion.Filtered => "was not meant and did not run",
            Conclusion.Rejected => "was rejected",
            Conclusion.TimedOut => "waited too long and did not run",
            Conclusion.Lost => "was lost",
            _ => throw new UnreachableException($"no words for {conclusion}"),
        };
}
