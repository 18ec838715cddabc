using System.Globalization;
using System.Text.Json.Nodes;
using Baton.Engine.Commands;
using Baton.Engine.Resources;
using Baton.Engine.Runs;
using Baton.Proof.Simulating;
using Baton.Runtime.Coordination;
using Baton.Runtime.Forge;
using Baton.Runtime.Gating;
using Baton.Runtime.Stores;

namespace Baton.Proof.Forging;

/// <summary>
/// One workflow run of the second background paper's: claims an issue, looks, marks, and then does the work, which pushes
/// a branch of its own and opens a pull request. The claim, the looking and the marking are the real ones.
/// </summary>
internal sealed class AgentRun(ForgeWorld world, TimelineSettings settings, IReadOnlyList<long> issues)
{
    private readonly SimulatedProcess _process = world.Start();
    private int _steps;

    /// <summary>The step before which its machine dies; none where it doesn't.</summary>
    public int? DiesAt { get; init; }

    /// <summary>How many of its issues it went on with.</summary>
    public int Granted { get; private set; }

    /// <summary>Starts it after a span.</summary>
    public void StartAfter(TimeSpan span) => world.World.Schedule.After(span, _process, () => _ = RunAsync());

    private async Task RunAsync()
    {
        try
        {
            foreach (var issue in issues)
                await HandleAsync(issue);
        }
        catch (Exception wrong)
        {
            world.World.Violate($"{_process.Name}: {wrong}");
        }
        world.World.End(_process);
    }

    private async Task HandleAsync(long issue)
    {
        var key = Need.Key(string.Create(CultureInfo.InvariantCulture, $"agent-issue-{issue}"), settings.Window);
        _process.Ask = world.AskOf(_process, [key]);
        var store = new KillableStore(world.Store(_process), _process, Step);
        using var seat = new Seat(store, world.Around(_process), _process.Ask, new Silent());
        var signals = world.Around(_process).Machine.Catch();
        if (await seat.TakeAsync(signals, default) is not WaitEnd.Granted { Run: var run })
            return;
        Granted++;
        var over = new CancellationTokenSource();
        _ = KeepAsync(store, run, over.Token);
        using var forge = world.Client(_process, world.Door(_process, _ => Step(), _ => Step()));
        var passed = await Entrance(forge, store, issue).PassAsync(run, default);
        foreach (var trouble in passed.Troubles)
            world.Troubles.Add(trouble);
        if (passed is Passed.On or Passed.Resumed)
        {
            await WorkAsync(issue, run);
            await store.ApplyAsync([new Command.End(run.Id, run.Token, Conclusion.Success)], default);
        }
        await over.CancelAsync();
    }

    private Entrance Entrance(ForgeClient forge, IScopeStore store, long issue) =>
        new(
            new EntranceWishes
            {
                Checks = settings.Checks,
                Marks = settings.Marks,
                Issue = issue,
            },
            forge,
            store,
            world.Around(_process)
        )
        {
            FreshId = world.FreshId,
            Ended = _ => new([.. world.World.Ledger.Scope.Runs.Where(run => !run.IsLive)]),
            Looks = !settings.WritesBlindly,
            Settles = !settings.TrustsStaleReads,
        };

    // What the keeper does.
    private async Task KeepAsync(KillableStore store, Run run, CancellationToken over)
    {
        while (!over.IsCancellationRequested)
        {
            await _process.PauseAsync(TimeSpan.FromSeconds(20), default);
            var applied = await store.ApplyAsync([new Command.Renew(run.Id, run.Token, run.Counter)], default);
            run = applied.Decisions[0].About ?? run;
        }
    }

    private async Task WorkAsync(long issue, Run run)
    {
        await _process.PauseAsync(TimeSpan.FromSeconds(5), default); // the matching of an agent
        var branch = $"copilot/fix-{issue}-{run.Id}";
        await PostAsync("git/refs", new JsonObject { ["ref"] = "refs/heads/" + branch });
        await _process.PauseAsync(TimeSpan.FromSeconds(world.World.Chance.Next(60)), default);
        await PostAsync("pulls", new JsonObject { ["head"] = branch, ["closes"] = issue });
    }

    private async Task PostAsync(string what, JsonObject body)
    {
        using var client = new HttpClient(world.Door(_process, _ => Step(), _ => Step()));
        using var content = new StringContent(body.ToJsonString());
        using var answer = await client.PostAsync(new Uri($"{world.Url}/repos/{world.Name}/{what}"), content);
        answer.EnsureSuccessStatusCode();
    }

    private void Step()
    {
        if (++_steps == DiesAt)
            world.World.End(_process);
    }

    private sealed class Silent : ISeatObserver
    {
        public void Answered(Engine.Decision decision) { }

        public void StoreFails(StoreException failure) { }
    }
}
