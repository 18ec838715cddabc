using Baton.Runtime.Asking;
using Baton.Runtime.Ci;
using Baton.Runtime.Configuration;
using Baton.Runtime.Gating;

namespace Baton.Runtime.Sessions;

/// <summary>
/// What a session asks for: a key of its workflow and commit, and a second one that its push and its pull request have in
/// common. They are the keys of <c>gate --preset session</c>, so the two turn each other away.
/// </summary>
/// <param name="session">The session.</param>
/// <param name="ci">What the CI service tells of this process.</param>
public sealed class SessionClaim(Session session, CiEnvironment ci)
{
    private const string Own = "session";
    private const string Shared = "pushed";

    private static readonly string[] Sharing = ["push", "pull_request", "pull_request_target"];

    /// <summary>How long a session turns others away after its success.</summary>
    public TimeSpan? Window { get; init; }

    /// <summary>How long its push turns its pull request away after its success, and the other way round.</summary>
    public TimeSpan? SharedWindow { get; init; }

    /// <summary>Its keys.</summary>
    public IReadOnlyList<KeyWish> Keys =>
        Sharing.Contains(session.Event)
            ? [Key(Own, TimeSpan.FromMinutes(5), Window), Key(Shared, TimeSpan.FromHours(1), SharedWindow)]
            : [Key(Own, TimeSpan.FromMinutes(5), Window)];

    /// <summary>
    /// What is known of the place where it is asked, as the session says it. What the service tells of this process stays
    /// out where the session is another run's.
    /// </summary>
    public CiEnvironment Ci =>
        (IsOfThisRun ? ci : ci with { Attempt = null, RunNumber = null, RunUrl = null, Actor = null, Ref = null }) with
        {
            EventName = session.Event,
            Workflow = session.Workflow,
            Sha = session.Sha,
            RunId = session.RunId,
        };

    /// <summary>Whether the session is that of the CI run which this process is part of.</summary>
    public bool IsOfThisRun => session.RunId is not null && session.RunId == ci.RunId;

    // github.sha of a pull request is a merge commit that GitHub made: the push of the same work has another. So what is
    // told by the event about its commit goes first, where the session is about just that event and says what it says.
    private bool IsOfThisEvent => session.Event == ci.EventName && session.Sha == ci.Sha;

    private string Commit => IsOfThisEvent ? $"{GatePreset.Head}|github.sha" : "github.sha";

    private KeyWish Key(string name, TimeSpan usual, TimeSpan? said) =>
        new($"{name}-{{github.workflow}}-{{{Commit}}}")
        {
            Window = said,
            Otherwise = new KeySettings { Window = usual },
        };
}
