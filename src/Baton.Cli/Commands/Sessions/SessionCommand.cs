namespace Baton.Cli.Commands.Sessions;

/// <summary><c>baton session</c>: the gate in the form of the session deduplicator that many workflows already call.</summary>
public static class SessionCommand
{
    /// <summary>Its declaration.</summary>
    public static readonly Verb Verb = new("session", "one agent session for a commit: check, register, cleanup, audit")
    {
        Verbs =
        [
            SessionCheckCommand.Verb,
            SessionRegisterCommand.Verb,
            SessionCleanupCommand.Verb,
            SessionAuditCommand.Verb,
        ],
        Essay =
            "Takes the place of session_deduplicator.py without a change to its callers: the same\n"
            + "words, the same printed lines and step outputs. The check itself is the claim, so of\n"
            + "two that check at once one goes on. docs/sessions.md tells what differs, and why.",
        Examples =
        [
            (
                "baton session check push 'QA pipeline' \"$GITHUB_SHA\" \"$GITHUB_RUN_ID\"",
                "whether this run is the one for that commit"
            ),
        ],
    };
}
