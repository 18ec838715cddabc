using Baton.Runtime.Configuration;
using Baton.Runtime.Fencing;
using Baton.Runtime.Pushing.Merging;

namespace Baton.Runtime.Pushing;

/// <summary>What is to be pushed.</summary>
/// <param name="Folder">The folder from which the paths are seen.</param>
/// <param name="Message">The commit's message.</param>
public sealed record PushOrder(string Folder, string Message)
{
    /// <summary>The branch on the remote; the one that is checked out, if not said.</summary>
    public string? Branch { get; init; }

    /// <summary>The branch that the CI service says, for a clone that has none checked out.</summary>
    public string? CiBranch { get; init; }

    /// <summary>The remote's name, URL or path; the branch's own, else <c>origin</c>, if not said.</summary>
    public string? Remote { get; init; }

    /// <summary>Who wrote it; git's own setting, if not said.</summary>
    public (string Name, string Email)? Author { get; init; }

    /// <summary>Whether the committer signs off.</summary>
    public bool IsSignedOff { get; init; }

    /// <summary>The files and folders whose changes are meant; all that changed, if none is named.</summary>
    public IReadOnlyList<string> Paths { get; init; } = [];

    /// <summary>Whether the clone's hooks run.</summary>
    public bool RunsHooks { get; init; }

    /// <summary>Whether nothing is to be pushed.</summary>
    public bool IsRehearsal { get; init; }

    /// <summary>The CI service's id of the run; part of the push id.</summary>
    public string ExternalRun { get; init; } = "";

    /// <summary>The fences that the runs around this push have moved.</summary>
    public IReadOnlyList<FencePass> Fences { get; init; } = [];

    /// <summary>
    /// The class of writers with whom it may be led: those who have the same rights and the same rules. Nothing where it
    /// waits in no line.
    /// </summary>
    public string? QueueClass { get; init; }

    /// <summary>How long the first in line may do nothing that others see; 20 s if not said.</summary>
    public TimeSpan QueueStall { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>Whether a ref is put where the branch is before it is pushed to.</summary>
    public bool HasBackup { get; init; }

    /// <summary>How conflicts are settled.</summary>
    public PathRules Rules { get; init; } = new([]);

    /// <summary>How often and how long it is tried.</summary>
    public PushPatience Patience { get; init; } = new();
}

/// <summary>How often and how long a push is tried.</summary>
public sealed record PushPatience
{
    /// <summary>How often in all; 5 if not said.</summary>
    public int Attempts { get; init; } = 5;

    /// <summary>How long in all; 5 minutes if not said.</summary>
    public TimeSpan Deadline { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>The longest first pause; 1 s if not said.</summary>
    public TimeSpan Base { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>By what each pause may be longer than the last; 2 if not said.</summary>
    public double Factor { get; init; } = 2;

    /// <summary>The longest pause; 30 s if not said.</summary>
    public TimeSpan Longest { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>What settings say.</summary>
    public static PushPatience Of(PushSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var usual = new PushPatience();
        return new PushPatience
        {
            Attempts = settings.Attempts ?? usual.Attempts,
            Deadline = settings.Deadline ?? usual.Deadline,
            Base = settings.Backoff.Base ?? usual.Base,
            Factor = (double)(settings.Backoff.Factor ?? (decimal)usual.Factor),
            Longest = settings.Backoff.Max ?? usual.Longest,
        };
    }

    /// <summary>
    /// The pause before a try: a random part of a span that grows, so that those who failed together don't come back
    /// together. A first lost race is tried again at once.
    /// </summary>
    /// <param name="failures">How many tries failed so far, from 1.</param>
    /// <param name="chance">From 0 to 1.</param>
    public TimeSpan Pause(int failures, double chance)
    {
        var longest = Math.Min(
            Longest.TotalMilliseconds,
            Base.TotalMilliseconds * Math.Pow(Factor, Math.Max(0, failures - 2))
        );
        return failures <= 1 ? TimeSpan.Zero : TimeSpan.FromMilliseconds(longest * chance);
    }
}
