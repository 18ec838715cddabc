using System.Diagnostics;
using Baton.Engine.Runs;
using Baton.Runtime.Asking;
using Baton.Runtime.Fencing;
using Baton.Runtime.Stores;
using Baton.Workflows.Findings;

namespace Baton.Cli;

/// <summary>
/// The one table of exit codes; they are stable. Where <c>sysexits.h</c> has a code for a thing, it is that one
/// (https://man.freebsd.org/cgi/man.cgi?sysexits); the ends of runs that were stopped are from 90 on. A child's own code
/// is passed on as it is, so a script that must tell the two apart reads the step's outputs or <c>--json</c>.
/// </summary>
public static class ExitCodes
{
    /// <summary>Every code with its name and its meaning, in the order of the codes.</summary>
    public static IReadOnlyList<(ExitCode Code, string Name, string Meaning)> All { get; } =
    [
        (
            ExitCode.Success,
            "success",
            "done; also a duplicate, skipped or filtered run (`--skipped-exit-code` gives those another code)"
        ),
        (
            ExitCode.Findings,
            "findings",
            "`baton lint` found something, `baton session check` or `register` prevented a session; a child that ended with 1 looks the same, but these have none"
        ),
        (ExitCode.Usage, "usage", "the command line, or a `BATON_*` variable, is wrong"),
        (
            ExitCode.Input,
            "input",
            "the event's payload can't be read, or lacks a field that a template needs; an expression has no value, or a workflow file is wrong"
        ),
        (ExitCode.NotFound, "not-found", "no such run"),
        (ExitCode.StoreUnavailable, "store-unavailable", "the store can't be reached, or doesn't answer in time"),
        (ExitCode.Internal, "internal", "a mistake in Baton: please report it"),
        (ExitCode.System, "system", "the operating system refused something that it never refuses on a sound machine"),
        (ExitCode.StoreDamaged, "store-damaged", "the store's content is damaged; nothing was overwritten"),
        (ExitCode.StoreReadOnly, "store-read-only", "the store can't be written: read-only, or no permission"),
        (ExitCode.Output, "output", "standard output, a log or a file of the CI service can't be written"),
        (ExitCode.TimedOut, "timed-out", "the run waited for its `--max-wait` and did not start"),
        (
            ExitCode.Rejected,
            "rejected",
            "the run can't be had: more units than there are, a full line, or a circle of waiting"
        ),
        (
            ExitCode.Refused,
            "refused",
            "the store refused the command and nothing changed: the sender doesn't hold, the request id was used for something else, or what lives would be harmed without `--force`"
        ),
        (
            ExitCode.Configuration,
            "configuration",
            "`baton.yml` is wrong, or what is asked for can't be had with this set-up"
        ),
        (ExitCode.StoreFull, "store-full", "the disk of the store is full"),
        (ExitCode.StoreTooNew, "store-too-new", "the store was written by a newer Baton"),
        (
            ExitCode.StoreUnsuitable,
            "store-unsuitable",
            "the store is in a place that can't carry it, such as a network file system"
        ),
        (ExitCode.AuditBroken, "audit-broken", "the audit was changed, or entries are missing"),
        (ExitCode.Unwell, "unwell", "`baton doctor` found a problem; warnings alone are none"),
        (ExitCode.PushConflict, "push-conflict", "others changed the same, and no rule settles it; nothing was pushed"),
        (
            ExitCode.PartiallyApplied,
            "partially-applied",
            "pushed, but a rule dropped a part of this run's change (`--allow partially-applied` makes it 0)"
        ),
        (
            ExitCode.NoChange,
            "no-change",
            "merged with what is on the branch nothing of the change is left; nothing was pushed (`--allow no-change` makes it 0)"
        ),
        (
            ExitCode.PushRefused,
            "push-refused",
            "the remote doesn't take the push: authentication, permission, a protected branch, a hook there"
        ),
        (
            ExitCode.PushFailed,
            "push-failed",
            "the push was tried as often or as long as it may be, or git itself failed; the message says whether it may be on the branch"
        ),
        (
            ExitCode.ForgeUnavailable,
            "forge-unavailable",
            "the service that has the repository (GitHub) can't be asked, or refuses: `baton gate --check` can't say whether the work is done"
        ),
        (ExitCode.Lost, "lost", "the lease was lost; the child was stopped"),
        (ExitCode.Cancelled, "cancelled", "somebody cancelled the run"),
        (ExitCode.Superseded, "superseded", "a newer run took its place after it had started"),
        (ExitCode.Preempted, "preempted", "a run of higher priority took its place"),
        (ExitCode.CannotExecute, "cannot-execute", "the command can't be executed, as shells have it"),
        (ExitCode.CommandNotFound, "command-not-found", "the command was not found, as shells have it"),
    ];

    /// <summary>The code for a run that ended without its child having ended by itself.</summary>
    /// <param name="conclusion">How it ended.</param>
    /// <param name="skipped">What <c>--skipped-exit-code</c> says: for duplicates, skipped and filtered runs.</param>
    public static int For(Conclusion conclusion, int skipped = 0) =>
        conclusion switch
        {
            Conclusion.Success => (int)ExitCode.Success,
            Conclusion.Failure => 1,
            Conclusion.Duplicate or Conclusion.Skipped or Conclusion.Filtered => skipped,
            Conclusion.Cancelled => (int)ExitCode.Cancelled,
            Conclusion.Superseded => (int)ExitCode.Superseded,
            Conclusion.Preempted => (int)ExitCode.Preempted,
            Conclusion.Rejected => (int)ExitCode.Rejected,
            Conclusion.TimedOut => (int)ExitCode.TimedOut,
            Conclusion.Lost => (int)ExitCode.Lost,
            _ => throw new UnreachableException($"no exit code for {conclusion}"),
        };

    /// <summary>The code, and the sentence, for a fence that could not be moved.</summary>
    public static Failure Of(FenceEnd.Failed failed) =>
        new(
            failed.Fault switch
            {
                FenceFault.Overtaken => ExitCode.Lost,
                FenceFault.Refused => ExitCode.PushRefused,
                FenceFault.Unreachable => ExitCode.PushFailed,
                _ => throw new UnreachableException($"no exit code for {failed.Fault}"),
            },
            $"granted, and not started: the fence can't be moved: {OneLine.Of(failed.Why, 600)}"
        );

    /// <summary>The code for something that can't be made a request.</summary>
    public static ExitCode For(AskingFault fault) =>
        fault switch
        {
            AskingFault.Usage => ExitCode.Usage,
            AskingFault.Configuration => ExitCode.Configuration,
            AskingFault.Input => ExitCode.Input,
            _ => throw new UnreachableException($"no exit code for {fault}"),
        };

    /// <summary>The code for a store that failed.</summary>
    public static ExitCode For(StoreFault fault) =>
        fault switch
        {
            StoreFault.Unavailable => ExitCode.StoreUnavailable,
            StoreFault.Corrupt => ExitCode.StoreDamaged,
            StoreFault.TooNew => ExitCode.StoreTooNew,
            StoreFault.ReadOnly => ExitCode.StoreReadOnly,
            StoreFault.Full => ExitCode.StoreFull,
            StoreFault.Unsuitable => ExitCode.StoreUnsuitable,
            _ => throw new UnreachableException($"no exit code for {fault}"),
        };
}
