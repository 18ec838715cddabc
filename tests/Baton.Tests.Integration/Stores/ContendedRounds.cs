using Baton.Engine;
using Baton.Engine.Commands;
using Baton.Engine.Runs;
using Baton.Proof.Checks;
using Baton.Proof.Conforming;

namespace Baton.Tests.Integration.Stores;

/// <summary>The rounds of <c>./build conformance</c>: a slice over each store, and stores that lie, which are found out.</summary>
public sealed class ContendedRounds
{
    private const int Contenders = 20;

    [Fact]
    public async Task Twenty_that_ask_at_once_are_served_as_promised_by_sqlite()
    {
        await using var store = new SqliteUnderTest(TimeProvider.System);
        for (var seed = 1; seed <= 12; seed++)
            await PlayAsync(store, new Round(new Contest(seed, Contenders)), seed);
    }

    [Fact]
    public async Task Twenty_that_ask_at_once_are_served_as_promised_by_postgres()
    {
        await using var store = new PostgresUnderTest(TimeProvider.System);
        Assert.SkipWhen(store.Missing is not null, store.Missing ?? "");
        for (var seed = 1; seed <= 12; seed++)
            await PlayAsync(store, new Round(new Contest(seed, Contenders)), seed);
    }

    [Fact]
    public async Task Twenty_that_ask_at_once_are_served_as_promised_by_a_git_remote()
    {
        await using var store = new GitUnderTest(TimeProvider.System);
        for (var seed = 1; seed <= 2; seed++)
            await PlayAsync(store, new Round(new Contest(seed, Contenders)), seed);
    }

    [Fact]
    public async Task Twenty_that_ask_at_once_are_served_as_promised_by_a_git_remote_over_http()
    {
        await using var store = new GitUnderTest(TimeProvider.System, GitWay.Http);
        Assert.SkipWhen(store.Missing is not null, store.Missing ?? "");
        await PlayAsync(store, new Round(new Contest(1, Contenders)), 1);
    }

    [Fact]
    public Task Who_is_told_that_it_runs_while_it_waits_is_seen() =>
        IsSeenAsync(
            "seed 6", // too many at once, or a token that is none: whichever comes first
            async (store, command, cancellation) =>
            {
                var applied = await store.ApplyAsync([command], cancellation);
                return applied.Decisions[0] is Decision.Waiting { Run: var run }
                    ? applied with
                    {
                        Decisions = [new Decision.Granted(run with { State = RunState.Running })],
                    }
                    : applied;
            }
        );

    [Fact]
    public Task A_grant_that_nobody_is_told_of_is_seen() =>
        IsSeenAsync(
            "a wake-up was lost",
            async (store, command, cancellation) =>
                await store.ApplyAsync([command], cancellation) with
                {
                    Changes = [],
                }
        );

    [Fact]
    public Task A_request_that_counts_twice_is_seen() =>
        IsSeenAsync(
            "asked and was told",
            (store, command, cancellation) =>
                store.ApplyAsync(
                    [command is Command.Request { Ask: var ask } ? new Command.Request(Renamed(ask)) : command],
                    cancellation
                )
        );

    private static Ask Renamed(Ask ask) =>
        ask with
        {
            Run = new RunId($"{ask.Run.Value}X"),
            Request = new RequestId($"{ask.Request.Value}X"),
        };

    private static async Task IsSeenAsync(string part, Saying lie)
    {
        await using var store = new SqliteUnderTest(TimeProvider.System);
        var round = new Round(new Contest(6, Contenders))
        {
            Say = lie,
            Wakes = new() { Patience = TimeSpan.FromSeconds(5) }, // the planted bug makes somebody wait for ever
        };
        (await Should.ThrowAsync<BrokenPromiseException>(() => PlayAsync(store, round, 6))).Message.ShouldContain(part);
    }

    private static Task PlayAsync(IStoreUnderTest store, Round round, int seed) =>
        round.PlayAsync(
            cancellation => store.OpenAsync($"acme/round-{seed}", cancellation),
            TestContext.Current.CancellationToken
        );
}
