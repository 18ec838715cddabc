using Baton.Cli.Commands.Auditing;
using Baton.Cli.Commands.Batches;
using Baton.Cli.Commands.Evaluating;
using Baton.Cli.Commands.Gating;
using Baton.Cli.Commands.Git;
using Baton.Cli.Commands.Linting;
using Baton.Cli.Commands.Operating;
using Baton.Cli.Commands.Sessions;

namespace Baton.Cli.Commands;

/// <summary>All verbs.</summary>
public static class VerbTree
{
    /// <summary>The program.</summary>
    public static readonly Verb Root = new("baton", "make automated runs happen once, one at a time, in order")
    {
        Verbs =
        [
            RunCommand.Verb,
            EachCommand.Verb,
            AcquireCommand.Verb,
            RenewCommand.Verb,
            ReleaseCommand.Verb,
            PushCommand.Verb,
            GitCommand.Verb,
            GateCommand.Verb,
            SessionCommand.Verb,
            StatusCommand.Verb,
            WhyCommand.Verb,
            AuditCommand.Verb,
            CancelCommand.Verb,
            PauseCommand.Verb,
            PauseCommand.Resume,
            ReprioritiseCommand.Verb,
            CleanupCommand.Verb,
            DoctorCommand.Verb,
            StoreCommand.Verb,
            ApplyCommand.Verb,
            MetricsCommand.Verb,
            InitCommand.Verb,
            LintCommand.Verb,
            EvalCommand.Verb,
            ExplainCommand.Verb,
            CompletionCommand.Verb,
            KeepCommand.Verb,
        ],
        Examples =
        [
            ("baton run --group deploy -- ./deploy.sh", "one deploy at a time"),
            ("baton run --key 'issue-{issue.number}' --key-window 5m -- ./work.sh", "once for an issue"),
        ],
    };
}
