using Baton.Engine.Records;
using Baton.Engine.Runs;

namespace Baton.Cli.Output.Gating;

/// <summary>What a person can do whose run did not go on.</summary>
internal static class GateAdvice
{
    /// <summary>In one sentence without its full stop.</summary>
    public static string For(Run? run) =>
        run switch
        {
            { Conclusion: Conclusion.Filtered } => "nothing: --when says which events are meant",
            { Conclusion: Conclusion.Duplicate, Reason: Reason.DuplicateOf { After: not null } } =>
                "start this run again by hand (Re-run jobs), or wait until the window is over",
            { Conclusion: Conclusion.Duplicate } =>
                "wait until the other run is over; then start this one again by hand (Re-run jobs)",
            { Conclusion: Conclusion.Superseded } => "nothing: a newer run does it",
            { Conclusion: Conclusion.Skipped or Conclusion.TimedOut or Conclusion.Rejected } =>
                "start this run again when the others are over",
            _ => "",
        };
}
