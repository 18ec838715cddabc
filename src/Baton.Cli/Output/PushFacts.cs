using System.Diagnostics;
using System.Globalization;
using Baton.Cli.Options;
using Baton.Runtime.Pushing;
using Baton.Workflows.Findings;

namespace Baton.Cli.Output;

/// <summary>What a push came to: a word, an exit code, a sentence.</summary>
/// <param name="Word">The word, for programs.</param>
/// <param name="Code">The exit code.</param>
/// <param name="Sentence">It in one sentence, without a full stop.</param>
internal sealed record PushFacts(string Word, ExitCode Code, string Sentence)
{
    /// <summary>The commit on the branch, or the one that isn't there.</summary>
    public string? Commit { get; private init; }

    /// <summary>How it got there; null where it didn't.</summary>
    public string? How { get; private init; }

    /// <summary>Judges a report.</summary>
    /// <param name="report">The report.</param>
    /// <param name="allowed">Ends that are no failure.</param>
    public static PushFacts Of(PushReport report, IReadOnlyList<AllowedEnd> allowed)
    {
        var (place, would) = ($"{OneLine.Of(report.Branch)} of {report.Remote}", report.IsRehearsal ? "would be " : "");
        return report.End switch
        {
            PushEnd.NothingToCommit => new("nothing-to-commit", ExitCode.Success, "nothing to commit: nothing changed"),
            PushEnd.Pushed pushed => OfPushed(pushed, allowed, $"{would}pushed to {place}") with
            {
                Commit = pushed.Commit,
                How = pushed.How.ToString().ToLowerInvariant(),
            },
            PushEnd.NoChange gone => new(
                "no-change",
                allowed.Contains(AllowedEnd.NoChange) ? ExitCode.Success : ExitCode.NoChange,
                gone.Results.Any(result => result.IsPartial)
                    ? $"nothing is left of the change: rules took the versions that {place} has"
                    : $"nothing is left of the change: {place} has it already, from somebody else"
            )
            {
                Commit = gone.Commit,
            },
            PushEnd.Conflicted conflicted => new(
                "conflict",
                ExitCode.PushConflict,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"not pushed: {conflicted.Conflicts.Count} {(conflicted.Conflicts.Count == 1 ? "path conflicts" : "paths conflict")} with {place}"
                )
            )
            {
                Commit = conflicted.Commit,
            },
            PushEnd.Refused refused => new(
                "refused",
                ExitCode.PushRefused,
                $"not pushed: {OneLine.Of(refused.Why, 600)}"
            )
            {
                Commit = refused.Commit,
            },
            PushEnd.Overtaken overtaken => new(
                "overtaken",
                ExitCode.Lost,
                $"not pushed: {OneLine.Of(overtaken.Why, 600)}"
            )
            {
                Commit = overtaken.Commit,
            },
            PushEnd.GaveUp lost => OfLost(lost, report, place),
            _ => throw new UnreachableException(report.End.GetType().Name),
        };
    }

    private static PushFacts OfPushed(PushEnd.Pushed pushed, IReadOnlyList<AllowedEnd> allowed, string pushedTo)
    {
        var how = pushed.How switch
        {
            PushWay.Clean => "",
            PushWay.Merged => ", merged with what others pushed",
            PushWay.Led => ", merged with what others pushed by one of them",
            PushWay.Resolved => ", merged with what others pushed by rules",
            _ => ": it was there already, from an earlier try",
        };
        var sentence = $"{pushed.Commit[..12]} {pushedTo}{how}";
        return !pushed.IsPartial
            ? new("pushed", ExitCode.Success, sentence)
            : new(
                "partially-applied",
                allowed.Contains(AllowedEnd.PartiallyApplied) ? ExitCode.Success : ExitCode.PartiallyApplied,
                $"{sentence}; a part of this run's change was dropped"
            );
    }

    private static PushFacts OfLost(PushEnd.GaveUp lost, PushReport report, string place) =>
        new(
            lost.IsUnknown ? "unknown" : "failed",
            ExitCode.PushFailed,
            string.Create(
                CultureInfo.InvariantCulture,
                $"{(lost.IsUnknown ? $"nobody knows whether {place} has the change, which has no answer; pushing again finds out" : $"not pushed to {place}")} after {report.Attempts} {(report.Attempts == 1 ? "try" : "tries")}: {OneLine.Of(lost.Why, 400)}"
            )
        )
        {
            Commit = lost.Commit,
        };
}
