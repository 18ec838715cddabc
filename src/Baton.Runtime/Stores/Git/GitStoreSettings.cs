using Baton.Runtime.Asking;
using Baton.Runtime.Git;

namespace Baton.Runtime.Stores.Git;

/// <summary>Where a store in a git remote is, and what it works with.</summary>
/// <param name="Git">Calls git.</param>
/// <param name="Remote">The remote.</param>
/// <param name="Folder">The folder of this machine in which its scratch repositories are made.</param>
/// <param name="Time">Measures patience: the boot clock.</param>
/// <param name="Clock">Scope time, until the remote corrects it.</param>
/// <param name="Chance">Gives bytes that nobody can guess.</param>
public sealed record GitStoreSettings(
    GitProgram Git,
    GitRemote Remote,
    string Folder,
    TimeProvider Time,
    IScopeClock Clock,
    Func<byte[]> Chance
)
{
    /// <summary>What the refs begin with.</summary>
    public string Space { get; init; } = RefNames.Custom;

    /// <summary>
    /// What is kept of what is over. All of it is written anew with every change, so it is less than in a database: ended
    /// runs stay an hour at least, then the newest 200 of a week; the audit has the rest.
    /// </summary>
    public Retention Retention { get; init; } =
        new()
        {
            Runs = TimeSpan.FromDays(7),
            Count = 200,
            Least = TimeSpan.FromHours(1),
            Every = 64,
        };

    /// <summary>Whether the remote's own clock corrects this machine's, where it tells it.</summary>
    public ServerTime ServerTime { get; init; } = ServerTime.Trusted;

    /// <summary>How long a change is tried before the store counts as unavailable.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>How long a lock file on the server may be in the way before it counts as left by a dead one.</summary>
    public TimeSpan LockPatience { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>How long one call of git may take.</summary>
    public TimeSpan Deadline { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How often it is looked at.</summary>
    public Pace Pace { get; init; } = GitPace.Of(Remote);

    /// <summary>How many pushes a minute those who keep the remote ask for; none where nobody counts.</summary>
    public int? PushesPerMinute { get; init; } = GitPace.BudgetOf(Remote);

    /// <summary>Told once, when a scope is pushed to more often than that.</summary>
    public Action<string>? OnOverBudget { get; init; }

    /// <summary>
    /// The same for somebody who can't wait: no call and no change is tried for longer. A push to a service takes seconds,
    /// so less than two of its looks is no time to give it.
    /// </summary>
    public GitStoreSettings Within(TimeSpan patience)
    {
        var least = new TimeSpan(2 * Pace.Look.Ticks);
        var bound = patience < least ? least : patience;
        return this with
        {
            Patience = bound,
            LockPatience = bound < LockPatience ? bound : LockPatience,
            Deadline = bound < Deadline ? bound : Deadline,
        };
    }

    /// <summary>Those of a place, with the settings of its repository.</summary>
    /// <exception cref="StoreException">The repository doesn't say how it is reached.</exception>
    public static GitStoreSettings For(
        StorePlace.Git place,
        GitProgram git,
        (TimeProvider Time, IScopeClock Scope) clocks,
        Func<byte[]> chance
    )
    {
        ArgumentNullException.ThrowIfNull(place);
        var folder = Path.Combine(place.Folder, "git");
        try
        {
            var remote = GitRemote.Find(git, place.Repository?.Root ?? "/", place.Remote, CancellationToken.None);
            return new(git, remote, folder, clocks.Time, clocks.Scope, chance) { Space = place.Space };
        }
        catch (GitException failure)
        {
            throw GitFault.From(Secrets.Mask(place.Remote), failure.End);
        }
    }
}
