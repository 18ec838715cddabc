using Baton.Proof.Checks;

namespace Baton.Proof.Forging;

/// <summary>
/// The second background paper's morning: issue 681 is opened, labeled and dispatched, and nineteen minutes later a
/// scheduled batch finds it too, while what everybody reads is up to three minutes old. Whatever the seed, one assignment,
/// one comment and one pull request come of it.
/// </summary>
internal static class Timeline681
{
    private const long Issue = 681;

    private static readonly long[] Batch = [100, 101, Issue];

    /// <summary>Plays it; throws where it comes out otherwise.</summary>
    /// <exception cref="BrokenPromiseException">Something is there twice, or not at all.</exception>
    public static void Play(int seed, TimelineSettings settings, FakeForge forge, HttpMessageHandler sockets)
    {
        using var world = new ForgeWorld(seed, forge, sockets);
        var (repository, chance) = (world.Repository, new Random(seed));
        foreach (var number in Batch)
            repository.HasIssue(number);
        repository.Lag = () => TimeSpan.FromSeconds(chance.Next(181));
        repository.Trouble = (method, path) => Trouble(settings, chance, method, path);
        foreach (var run in Runs(world, settings, chance))
            _ = run;
        var over = TimeSpan.FromHours(3);
        world.World.Schedule.After(over, null, () => { });
        world.Until(() => world.World.Schedule.Time >= over || world.World.Violation is not null);
        if (world.World.Violation is { } violation)
            throw new BrokenPromiseException(violation);
        foreach (var number in Batch)
            Check(world, number, settings);
    }

    private static List<AgentRun> Runs(ForgeWorld world, TimelineSettings settings, Random chance)
    {
        var runs = new List<AgentRun>();
        Add(Issue).StartAfter(TimeSpan.FromSeconds(23));
        foreach (var seconds in (int[])[24, 70, 110, 150, 190, 240, 300 + chance.Next(60), 400 + chance.Next(300)])
            Add(Issue).StartAfter(TimeSpan.FromSeconds(seconds));
        Add(Batch).StartAfter(TimeSpan.FromSeconds(1125)); // 23:39:35
        foreach (var minutes in (int[])[40, 55, 70, 85, 100])
            Add(Batch).StartAfter(TimeSpan.FromMinutes(minutes));
        return runs;

        AgentRun Add(params long[] issues)
        {
            var dies = settings.Kills && runs.Count < 2 ? 1 + chance.Next(50) : (int?)null;
            runs.Add(new AgentRun(world, settings, issues) { DiesAt = dies });
            return runs[^1];
        }
    }

    private static ForgeTrouble Trouble(TimelineSettings settings, Random chance, string method, string path)
    {
        if (settings.ForbidsLabels && path.EndsWith("/labels", StringComparison.Ordinal))
            return ForgeTrouble.Forbids;
        var isOfTheWork =
            path.EndsWith("/pulls", StringComparison.Ordinal) || path.EndsWith("/refs", StringComparison.Ordinal);
        if (!settings.Fails || (isOfTheWork && method == "POST") || chance.Next(8) != 0)
            return ForgeTrouble.None;
        return (ForgeTrouble)chance.Next(1, (int)ForgeTrouble.Limited + 1);
    }

    private static void Check(ForgeWorld world, long issue, TimelineSettings settings)
    {
        var repository = world.Repository;
        Once($"assignee copilot on {issue}");
        Once($"comment on {issue}");
        Once($"pull request from copilot/fix-{issue}-");
        if (!settings.ForbidsLabels)
            Once($"label copilot-assigned on {issue}");

        void Once(string deed)
        {
            if (repository.Count(deed) is not 1 and var count)
                throw new BrokenPromiseException(
                    $"{settings.Name}: {deed}: {count} times; {string.Join("; ", world.Troubles)}"
                );
        }
    }
}
