using Baton.Engine;
using Baton.Engine.Commands;
using Baton.Engine.Records;
using Baton.Engine.Resources;
using Baton.Engine.Runs;
using Baton.Engine.Views;
using Baton.Proof.Conforming;
using Baton.Runtime.Audit;
using Baton.Runtime.Stores;
using Baton.Runtime.Stores.Moving;
using Baton.Tests.Integration.Cleaning;
using Baton.Tests.Integration.Support;

namespace Baton.Tests.Integration.Stores.Moving;

/// <summary>A scope that is carried from one store to another: it is granted in one of them, whatever breaks off.</summary>
public sealed class MovingScopes
{
    private const string Scope = "acme/shop";

    private static CancellationToken None => CancellationToken.None;

    public static TheoryData<string, string> Pairs()
    {
        string[] kinds = ["sqlite", "git", "postgres"];
        var pairs = new TheoryData<string, string>();
        foreach (var from in kinds)
        foreach (var to in kinds)
            pairs.Add(from, to);
        return pairs;
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public async Task All_that_a_scope_has_is_there_afterwards_and_tokens_go_on(string one, string other)
    {
        await using var stores = new Pair(Make(one), Make(other));
        await using var from = await stores.FromAsync();
        await using var to = await stores.ToAsync();
        var token = await LiveAsync(from);
        var head = await from.HeadAsync(None);

        var moved = await MoveAsync(from, to);

        moved.ShouldBeOfType<MoveEnd.Moved>().Contents.LastToken.ShouldBe(token);
        (await RefusedAsync(from, "late")).ShouldBe(new Refusal.NotHere(new Elsewhere.MovedTo("there")));
        // What was asked before gets the answer of before; what was done within its window isn't done again.
        (await to.ApplyAsync([Request("done", Need.Key("k", TimeSpan.FromHours(1)))], None))
            .Decisions[0]
            .ShouldBeOfType<Decision.Ended>()
            .Run.Conclusion.ShouldBe(Conclusion.Success);
        (await to.ApplyAsync([Request("again", Need.Key("k", TimeSpan.FromHours(1)))], None))
            .Decisions[0]
            .ShouldBeOfType<Decision.Ended>()
            .Run.Conclusion.ShouldBe(Conclusion.Duplicate);
        (await to.ApplyAsync([Request("paused", Need.Group("still"))], None))
            .Decisions[0]
            .ShouldBeOfType<Decision.Waiting>();
        var next = (await to.ApplyAsync([Request("next", Need.Group("g"))], None))
            .Decisions[0]
            .ShouldBeOfType<Decision.Granted>();
        next.Run.Token.ShouldBeGreaterThan(token);
        (await to.ResourcesAsync(None)).ShouldContain(resource =>
            resource.Name == ResourceName.Group("wide") && resource.Recorded && resource.Settings.Capacity == 7
        );
        // The audit goes on from where it was, and a head from before is still on its way.
        (await to.VerifyAsync(head, None)).ShouldBeOfType<AuditVerdict.Whole>();
        (await from.VerifyAsync(head, None)).ShouldBeOfType<AuditVerdict.Whole>();
        (await to.RecordsAsync(1, 1, None))[0].Number.ShouldBe(1);
        (await MoveAsync(from, to)).ShouldBeOfType<MoveEnd.Already>();
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public async Task While_a_run_lives_nothing_is_moved_and_both_go_on_as_before(string one, string other)
    {
        await using var stores = new Pair(Make(one), Make(other));
        await using var from = await stores.FromAsync();
        await using var to = await stores.ToAsync();
        var run = (await from.ApplyAsync([Request("holder", Need.Group("g"))], None)).Decisions[0].About!;
        (await MoveAsync(from, to)).ShouldBeOfType<MoveEnd.Live>().Runs.ShouldHaveSingleItem().Id.ShouldBe(run.Id);
        (await from.ApplyAsync([new Command.Renew(run.Id, run.Token, 0)], None))
            .Decisions[0]
            .ShouldBeOfType<Decision.Granted>();
        (await to.RemakeAsync(_ => null, None)).IsUntouched.ShouldBeTrue();
    }

    [Theory]
    [InlineData("sqlite", "sqlite")]
    [InlineData("sqlite", "git")]
    [InlineData("git", "sqlite")]
    public async Task A_move_that_breaks_off_after_any_step_lets_one_store_grant_at_most_and_is_finished_later(
        string one,
        string other
    )
    {
        var finished = false;
        for (var steps = 0; !finished; steps++)
        {
            steps.ShouldBeLessThan(40);
            await using var stores = new Pair(Make(one), Make(other));
            await using var from = await stores.FromAsync();
            await using var to = await stores.ToAsync();
            var token = await LiveAsync(from);
            finished = await BreaksOffAsync(from, to, steps);
            var granted = new List<Run>();
            var begun = !(await to.RemakeAsync(_ => null, None)).IsUntouched; // else it is just another store yet
            foreach (var store in (ITendedScope[])(begun ? [from, to] : [from]))
                if (
                    (await store.ApplyAsync([Request("meanwhile", Need.Group("g"))], None)).Decisions[0]
                    is Decision.Granted g
                )
                {
                    granted.Add(g.Run);
                    await store.ApplyAsync([new Command.End(g.Run.Id, g.Run.Token, Conclusion.Success)], None);
                }
            granted.Count.ShouldBeLessThanOrEqualTo(1, $"after {steps} steps");
            granted.ShouldAllBe(run => run.Token > token);
            if (!finished)
                (await MoveAsync(from, to) is MoveEnd.Moved or MoveEnd.Already).ShouldBeTrue($"after {steps} steps");
            (await to.ApplyAsync([Request("after", Need.Group("g"))], None))
                .Decisions[0]
                .ShouldBeOfType<Decision.Granted>()
                .Run.Token.ShouldBeGreaterThan(granted.Select(run => run.Token).Append(token).Max());
            (await to.VerifyAsync(null, None)).ShouldBeOfType<AuditVerdict.Whole>();
            (await from.ApplyAsync([Request("there", Need.Group("g"))], None))
                .Decisions[0]
                .ShouldBeOfType<Decision.Refused>();
        }
    }

    [Theory]
    [InlineData("sqlite", "git")]
    [InlineData("git", "sqlite")]
    public async Task To_move_back_is_a_move_like_any_other(string one, string other)
    {
        await using var stores = new Pair(Make(one), Make(other));
        await using var from = await stores.FromAsync();
        await using var to = await stores.ToAsync();
        var token = await LiveAsync(from);
        (await MoveAsync(from, to)).ShouldBeOfType<MoveEnd.Moved>();
        var run = (await to.ApplyAsync([Request("there", Need.Group("g"))], None)).Decisions[0].About!;
        run.Token.ShouldBe(token + 1);
        await to.ApplyAsync([new Command.End(run.Id, run.Token, Conclusion.Success)], None);
        var back = await new Move(new(to, "there"), new(from, "here"), "ann").RunAsync(None);
        back.ShouldBeOfType<MoveEnd.Moved>();
        (await from.ApplyAsync([Request("home", Need.Group("g"))], None))
            .Decisions[0]
            .ShouldBeOfType<Decision.Granted>()
            .Run.Token.ShouldBe(token + 2);
        (await RefusedAsync(to, "late")).ShouldBe(new Refusal.NotHere(new Elsewhere.MovedTo("here")));
        (await from.VerifyAsync(null, None)).ShouldBeOfType<AuditVerdict.Whole>();
    }

    [Fact]
    public async Task A_store_that_has_such_a_scope_is_not_overwritten_and_one_that_was_purged_may_be()
    {
        await using var stores = new Pair(Make("sqlite"), Make("git"));
        await using var from = await stores.FromAsync();
        await using var to = await stores.ToAsync();
        await LiveAsync(from);
        var token = await LiveAsync(to);
        (await MoveAsync(from, to)).ShouldBeOfType<MoveEnd.Occupied>();
        (await from.ApplyAsync([new Command.Tick()], None)).Decisions[0].ShouldBeOfType<Decision.Done>();
        (await to.PurgeAsync(new PurgeOrder("ann", "not needed"), None)).ShouldBeOfType<PurgeAnswer.Purged>();
        (await MoveAsync(from, to)).ShouldBeOfType<MoveEnd.Moved>().Contents.LastToken.ShouldBe(token);
    }

    [Fact]
    public async Task What_has_moved_away_stays_away_though_it_is_purged_and_goes_to_no_third_place()
    {
        await using var stores = new Pair(Make("sqlite"), Make("sqlite"));
        await using var third = Make("sqlite");
        await using var from = await stores.FromAsync();
        await using var to = await stores.ToAsync();
        await using var other = await third.OpenAsync(Scope, None);
        (await MoveAsync(from, to)).ShouldBeOfType<MoveEnd.Nothing>();
        await LiveAsync(from);
        (await MoveAsync(from, to)).ShouldBeOfType<MoveEnd.Moved>();
        var elsewhere = new Move(new(from, "here"), new(other, "third"), "ann");
        (await elsewhere.RunAsync(None)).ShouldBeOfType<MoveEnd.Entangled>().Place.ShouldBe("here");
        (await from.PurgeAsync(new PurgeOrder("ann", "tidy"), None)).ShouldBeOfType<PurgeAnswer.Purged>();
        (await RefusedAsync(from, "late")).ShouldBeOfType<Refusal.NotHere>();
        (await other.RemakeAsync(_ => null, None)).IsUntouched.ShouldBeTrue();
    }

    [Fact]
    public async Task To_look_what_a_move_would_do_changes_nothing()
    {
        await using var stores = new Pair(Make("sqlite"), Make("git"));
        await using var from = await stores.FromAsync();
        await using var to = await stores.ToAsync();
        await LiveAsync(from);
        var before = (await from.RemakeAsync(_ => null, None)).Body.State;
        (await new Move(new(from, "here"), new(to, "there"), "ann").ForeseeAsync(None)).ShouldBeOfType<MoveEnd.Moved>();
        (await from.RemakeAsync(_ => null, None)).Body.State.ShouldBe(before);
        (await to.RemakeAsync(_ => null, None)).IsUntouched.ShouldBeTrue();
    }

    [Fact]
    public void A_scope_that_is_elsewhere_refuses_every_command_and_changes_nothing()
    {
        var scope = new MemoryScope();
        var state = ScopeState.Empty with { Elsewhere = new Elsewhere.MovedTo("there") };
        scope.Apply(new Outcome([], [new Change.PutScope(state)], [], null));
        foreach (var kind in Samples.CasesOf(typeof(Command)))
        {
            var outcome = Engine.Engine.Apply(scope, [(Command)Samples.Make(kind, 7)], new Instant(1L << 60));
            (outcome.Changes.Count, outcome.Records.Count, outcome.Due).ShouldBe((0, 0, null), kind.Name);
            if (kind == typeof(Command.Tick))
                outcome.Decisions[0].ShouldBeOfType<Decision.Done>();
            else
                outcome
                    .Decisions[0]
                    .ShouldBeOfType<Decision.Refused>(kind.Name)
                    .Refusal.ShouldBeOfType<Refusal.NotHere>();
        }
    }

    /// <summary>Lets a scope have something of everything; gives its last token.</summary>
    private static async Task<long> LiveAsync(ITendedScope store)
    {
        foreach (var (id, need) in new[] { ("first", Need.Group("g")), ("done", Need.Key("k", TimeSpan.FromHours(1))) })
        {
            var run = (await store.ApplyAsync([Request(id, need)], None)).Decisions[0].About!;
            await store.ApplyAsync([new Command.End(run.Id, run.Token, Conclusion.Success)], None);
        }
        var wide = ResourceSettings.Default with { Capacity = 7 };
        await store.ApplyAsync([new Command.Configure(ResourceName.Group("wide"), wide, "ann")], None);
        await store.ApplyAsync([new Command.Pause(ResourceName.Group("still"), "ann", "freeze")], None);
        return await store.ReadAsync((view, _) => view.State.LastToken, None);
    }

    private static async Task<bool> BreaksOffAsync(ITendedScope from, ITendedScope to, int steps)
    {
        // Both ends die with the process, so they share what is left of it.
        var (left, target) = (new InterruptedScope(from) { Steps = steps }, new InterruptedScope(to) { Steps = steps });
        left.Passing = target.Passing = () => steps-- > 0;
        try
        {
            return await MoveAsync(left, target) is MoveEnd.Moved;
        }
        catch (StoreException)
        {
            return false;
        }
    }

    private static async Task<Refusal> RefusedAsync(ITendedScope store, string id) =>
        (await store.ApplyAsync([Request(id, Need.Group("g"))], None))
            .Decisions[0]
            .ShouldBeOfType<Decision.Refused>()
            .Refusal;

    private static async Task<MoveEnd> MoveAsync(ITendedScope from, ITendedScope to) =>
        await new Move(new(from, "here"), new(to, "there"), "ann").RunAsync(None);

    private static Command.Request Request(string id, Need need) => new(Asks.For(id, need));

    private static IStoreUnderTest Make(string kind)
    {
        IStoreUnderTest store = kind switch
        {
            "sqlite" => new SqliteUnderTest(TimeProvider.System),
            "git" => new GitUnderTest(TimeProvider.System),
            _ => new PostgresUnderTest(TimeProvider.System),
        };
        Assert.SkipWhen(store.Missing is not null, store.Missing ?? "");
        return store;
    }

    private sealed class Pair(IStoreUnderTest from, IStoreUnderTest to) : IAsyncDisposable
    {
        public ValueTask<ITendedScope> FromAsync() => from.OpenAsync(Scope, None);

        public ValueTask<ITendedScope> ToAsync() => to.OpenAsync(Scope, None);

        public async ValueTask DisposeAsync()
        {
            await from.DisposeAsync();
            await to.DisposeAsync();
        }
    }
}
