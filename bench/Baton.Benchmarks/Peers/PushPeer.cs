namespace Baton.Benchmarks.Peers;

/// <summary>A way to get a change to a branch that others write too.</summary>
/// <param name="Name">Its name in the table.</param>
/// <param name="Script">What a shell does in the clone; $1 is the clone, $2 the writer, $3 a lock file, $4 the program.</param>
internal sealed record PushPeer(string Name, string Script)
{
    private const string Commit = "cd \"$1\"; git add -A; git commit -q -m \"record $2\"; ";

    // As the third background paper has it: five retries, exponential back-off.
    private static readonly PushPeer FiveRetries = new(
        "pull --rebase and push, 5 retries",
        Commit
            + "n=0; until git push -q origin HEAD:main; do n=$((n + 1)); [ $n -gt 5 ] && exit 1; sleep $((1 << (n - 1))); git pull -q --rebase origin main; done"
    );

    private static readonly PushPeer NoLimit = new(
        "the same without limit",
        Commit + "until git push -q origin HEAD:main; do git pull -q --rebase origin main; done"
    );

    private static readonly PushPeer Flock = new(
        "flock",
        Commit + "exec flock \"$3\" sh -c 'git pull -q --rebase origin main && git push -q origin HEAD:main'"
    );

    /// <summary>Baton in line.</summary>
    public static PushPeer Queued { get; } =
        new("baton", "cd \"$1\"; exec \"$4\" push -m \"record $2\" --attempts 100 --deadline 30m --queue bots");

    /// <summary>Baton, each writer alone.</summary>
    public static PushPeer Alone { get; } =
        new("baton alone", "cd \"$1\"; exec \"$4\" push -m \"record $2\" --attempts 100 --deadline 30m");

    /// <summary>What one writer would do by hand.</summary>
    public static PushPeer ByHand { get; } =
        new(
            "commit, pull --rebase, push",
            Commit + "git pull -q --rebase origin main && exec git push -q origin HEAD:main"
        );

    /// <summary>What one writer would do by hand who knows that nobody pushed.</summary>
    public static PushPeer Plain { get; } = new("commit, push", Commit + "exec git push -q origin HEAD:main");

    /// <summary>All that are measured with many writers, Baton first.</summary>
    public static IReadOnlyList<PushPeer> All { get; } = [Queued, Alone, FiveRetries, NoLimit, Flock];

    /// <summary>The words that start it.</summary>
    public IReadOnlyList<string> Words(string clone, int writer, (string Lock, string Program) means) =>
        ["/bin/sh", "-c", Script, "sh", clone, $"{writer}", means.Lock, means.Program];
}
