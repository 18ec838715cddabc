using Baton.Cli.Commands.Operating;

namespace Baton.Cli.Commands.Git;

/// <summary><c>baton git</c>: the verbs of the third background paper, for jobs that write to a branch.</summary>
public static class GitCommand
{
    /// <summary>Its declaration.</summary>
    public static readonly Verb Verb = new("git", "push to a branch with others: one at a time, by priority")
    {
        Verbs =
        [
            CommitPushCommand.Verb,
            CoordinateCommand.Verb,
            WaitCommand.Verb,
            StatusCommand.Verb,
            CleanupCommand.Verb,
            TestCommand.Verb,
            ValidateCommand.Verb,
            EmergencyCommand.Verb,
        ],
        Examples =
        [
            ("baton git commit-push 'Update data'", "all that changed, while it holds the branch's group"),
            ("baton git wait --priority 40", "until nobody of a higher priority holds or waits"),
        ],
    };
}
