using System.Text;
using Baton.Runtime.Configuration;

namespace Baton.Tests.Runtime.Configuration;

public sealed class ConfigurationReaderTests
{
    [Theory]
    [InlineData("scop: x", "baton.yml:1:1: scop: this key is not known (did you mean scope?)")]
    [InlineData(
        "groups:\n  deploy:\n    polcy: queue",
        "baton.yml:3:5: groups.deploy.polcy: this key is not known (did you mean policy?)"
    )]
    [InlineData(
        "keys: { a: { zzzzzzzz: 1 } }",
        "baton.yml:1:14: keys.a.zzzzzzzz: this key is not known (known: window, on-failure, on-duplicate)"
    )]
    [InlineData(
        "mode: enforced",
        "baton.yml:1:7: mode: one of enforce, observe was expected, but here is \"enforced\" (did you mean enforce?)"
    )]
    [InlineData("mode:", "baton.yml:1:6: mode: one of enforce, observe was expected, but here is nothing")]
    [InlineData("mode: [x]", "baton.yml:1:7: mode: one of enforce, observe was expected, but here is a list")]
    [InlineData(
        "defaults: { max-wait: 30 }",
        "baton.yml:1:23: defaults.max-wait: 30 has no unit; a span of time like 250ms, 90s, 30m, 1h30m or 2d was expected"
    )]
    [InlineData(
        "defaults: { lease: 1s }",
        "baton.yml:1:20: defaults.lease: a span of time from 5s to 1d was expected, but here is \"1s\""
    )]
    [InlineData(
        "defaults: { priority: 101 }",
        "baton.yml:1:23: defaults.priority: a whole number from 0 to 100 was expected, but here is \"101\""
    )]
    [InlineData(
        "defaults: { priority: '20' }",
        "baton.yml:1:23: defaults.priority: a whole number from 0 to 100 was expected"
    )]
    [InlineData("defaults: 5", "baton.yml:1:11: defaults: a mapping was expected, but here is \"5\"")]
    [InlineData("- a", "baton.yml:1:1: a mapping was expected, but here is a list")]
    [InlineData(
        "groups: { g: { capacity: many } }",
        "baton.yml:1:26: groups.g.capacity: a whole number from 1 to 1000000 was expected, but here is \"many\""
    )]
    [InlineData("groups: { g: { rate: 10 } }", "baton.yml:1:22: groups.g.rate: a rate like 10/1h")]
    [InlineData("groups: { g: { rate: 0/1h } }", "baton.yml:1:22: groups.g.rate: \"0\" is no number from 1 to 1000000")]
    [InlineData("groups: { g: { rate: 1/0s } }", "baton.yml:1:22: groups.g.rate: a rate's span is longer than nothing")]
    [InlineData("groups: { 'a**': {} }", "baton.yml:1:11: groups.a**: ** means nothing in names")]
    [InlineData("groups: { '': {} }", "baton.yml:1:11: groups.: a pattern over names was expected")]
    [InlineData(
        "groups:\n  'd*': {}\n  'deploy-*': {}",
        "baton.yml:3:3: groups.deploy-*: no name gets here: \"d*\" stands before it and takes them all (the first match wins; put the narrower pattern first)"
    )]
    [InlineData("groups:\n  Deploy: {}\n  deploy: {}", "baton.yml:3:3: groups.deploy: no name gets here")]
    [InlineData("scope: ' x'", "baton.yml:1:8: scope: a scope's name is not empty and has no spaces around it")]
    [InlineData(
        "store: mysql://h/d",
        "baton.yml:1:8: store: sqlite:PATH, git:REMOTE, postgres://HOST/DATABASE or https://HOST was expected"
    )]
    [InlineData("store: postgres://a:b@h/d", "baton.yml:1:8: store: a store's address must not have a password in it")]
    [InlineData(
        "audit: { keep: 1h }",
        "baton.yml:1:16: audit.keep: a span of time from 1d to 3650d was expected, but here is \"1h\""
    )]
    [InlineData(
        "audit: { price-per-minute: -1 }",
        "baton.yml:1:28: audit.price-per-minute: a number from 0 to 1000000 was expected, but here is \"-1\""
    )]
    [InlineData(
        "push: { backoff: { base: 1m, max: 1s } }",
        "baton.yml:1:18: push.backoff: base (1m) is longer than max (1s)"
    )]
    [InlineData("push: { rules: [ { resolve: mine } ] }", "baton.yml:1:18: push.rules.1: a rule names its paths")]
    [InlineData(
        "push: { rules: [ { paths: [a] } ] }",
        "baton.yml:1:18: push.rules.1: a rule says how to resolve: one of mine,"
    )]
    [InlineData(
        "push: { rules: [ { paths: [], resolve: mine } ] }",
        "baton.yml:1:27: push.rules.1.paths: a list of patterns over paths was expected"
    )]
    [InlineData(
        "push: { rules: [ { paths: [../x], resolve: mine } ] }",
        "baton.yml:1:28: push.rules.1.paths.1: a path is relative to the repository"
    )]
    [InlineData(
        "push: { rules: [ { paths: [a], resolve: ours } ] }",
        "baton.yml:1:41: push.rules.1.resolve: one of mine,"
    )]
    [InlineData(
        "push: { rules: [ { paths: [a], resolve: regenerate } ] }",
        "baton.yml:1:18: push.rules.1: resolve: regenerate needs a command"
    )]
    [InlineData(
        "push: { rules: [ { paths: [a], resolve: mine, command: [x] } ] }",
        "baton.yml:1:18: push.rules.1: command goes with resolve: regenerate"
    )]
    [InlineData(
        "push: { rules: [ { paths: [a], resolve: mine, keys: { a: newest } } ] }",
        "baton.yml:1:18: push.rules.1: lists and keys go with resolve: json or yaml"
    )]
    [InlineData(
        "push: { rules: [ { paths: [a], resolve: json, keys: { a: oldest } } ] }",
        "baton.yml:1:58: push.rules.1.keys.a: mine, remote, newest, max, min, sum or { count-of: LIST } was expected, but here is \"oldest\""
    )]
    [InlineData(
        "push: { rules: [ { paths: [a], resolve: json, lists: { a: {} } } ] }",
        "baton.yml:1:59: push.rules.1.lists.a: { by: KEY }, the key that tells an item, was expected"
    )]
    [InlineData("a: &x 1", "baton.yml:1:1: a: this key is not known", "baton.yml:1:4: anchors are not read")]
    [InlineData(
        "mode: \"e\\e[2J\"",
        "baton.yml:1:7: mode: one of enforce, observe was expected, but here is \"e\\u001b[2J\""
    )]
    public void An_error_tells_place_key_and_what_was_expected(string text, params string[] expected)
    {
        ArgumentNullException.ThrowIfNull(expected);
        var findings = Read(text).ShouldBeOfType<ConfigurationReading.Malformed>().Findings;
        findings.Count.ShouldBe(expected.Length, string.Join('\n', findings));
        for (var i = 0; i < expected.Length; i++)
            findings[i].ToString().ShouldStartWith(expected[i]);
    }

    [Fact]
    public void All_errors_are_told_in_the_order_of_the_file() =>
        Read("mode: x\ngroups:\n  g: { capacity: 0, polcy: queue }\naudit: { keep: 5 }\nmode: enforce\n")
            .ShouldBeOfType<ConfigurationReading.Malformed>()
            .Findings.Select(f => f.Line)
            .ShouldBe([1, 3, 3, 4, 5]);

    [Theory]
    [InlineData("")]
    [InlineData("# all commented out\n")]
    [InlineData("groups:\n#  a: {}\n")]
    public void A_file_that_says_nothing_is_good(string text)
    {
        var configuration = Good(text);
        configuration.Groups.ShouldBeEmpty();
        configuration.Group("any").ShouldBe(new GroupSettings());
        configuration.Mode.ShouldBeNull();
    }

    [Fact]
    public void The_first_pattern_that_means_a_name_gives_its_settings()
    {
        var configuration = Good(
            "groups:\n  deploy-prod: { capacity: 2 }\n  'deploy-*': { grace: 5s }\nkeys: { 'a*': { window: 5m, on-duplicate: wait } }\nworkflows: { W: { priority: 0 } }"
        );
        configuration.Group("Deploy-Prod").ShouldBe(new GroupSettings { Capacity = 2 });
        configuration.Group("deploy-x").ShouldBe(new GroupSettings { Grace = TimeSpan.FromSeconds(5) });
        configuration.Group("x").ShouldBe(new GroupSettings());
        configuration
            .Key("abc")
            .ShouldBe(new KeySettings { Window = TimeSpan.FromMinutes(5), OnDuplicate = OnDuplicate.Wait });
        configuration.Workflow("w").Priority.ShouldBe(0);
    }

    [Fact]
    public void Every_key_arrives()
    {
        var configuration = Good(
            """
            scope: Acme/Shop
            store: git:origin
            mode: observe
            on-unavailable: proceed
            defaults: { max-wait: 30m, lease: 60s, priority: 20, aging: 5m }
            groups: { g: { policy: cancel-running, order: fifo, capacity: 4, max-pending: 50, overflow: drop-older, debounce: 1s, grace: 2s, lock-delay: 3s, rate: 10/1h, preempted: requeue } }
            push:
              attempts: 5
              deadline: 5m
              backoff: { base: 1s, factor: 1.5, max: 30s }
              rules:
                - { paths: ["a"], resolve: json, lists: { items: { by: id } }, keys: { total: { count-of: items }, last: newest } }
                - { paths: ["b"], resolve: regenerate, command: [npm, install] }
            audit: { keep: 90d, price-per-minute: 0.008, price-per-launch: 0.40 }
            """
        );
        configuration.Scope.ShouldBe("acme/shop");
        configuration.Store.ShouldBe(new StoreAddress.Git("origin"));
        (configuration.Mode, configuration.OnUnavailable).ShouldBe((Mode.Observe, OnUnavailable.Proceed));
        configuration.Defaults.ShouldBe(
            new DefaultSettings
            {
                MaxWait = TimeSpan.FromMinutes(30),
                Lease = TimeSpan.FromMinutes(1),
                Priority = 20,
                Aging = TimeSpan.FromMinutes(5),
            }
        );
        configuration
            .Group("g")
            .ShouldBe(
                new GroupSettings
                {
                    Policy = GroupPolicy.CancelRunning,
                    Order = GroupOrder.Fifo,
                    Capacity = 4,
                    MaxPending = 50,
                    Overflow = GroupOverflow.DropOlder,
                    Debounce = TimeSpan.FromSeconds(1),
                    Grace = TimeSpan.FromSeconds(2),
                    LockDelay = TimeSpan.FromSeconds(3),
                    Rate = new Rate(10, TimeSpan.FromHours(1)),
                    Preempted = Preempted.Requeue,
                }
            );
        configuration.Push.Backoff.ShouldBe(
            new BackoffSettings
            {
                Base = TimeSpan.FromSeconds(1),
                Factor = 1.5m,
                Max = TimeSpan.FromSeconds(30),
            }
        );
        configuration.Push.Rules[0].Lists["items"].ShouldBe("id");
        configuration.Push.Rules[0].Keys["total"].ShouldBe(new PushKeyRule.CountOf("items"));
        configuration.Push.Rules[0].Keys["last"].ShouldBe(new PushKeyRule.Newest());
        configuration.Push.Rules[1].Command.ShouldBe(["npm", "install"]);
        configuration.Audit.ShouldBe(
            new AuditSettings
            {
                Keep = TimeSpan.FromDays(90),
                PricePerMinute = 0.008m,
                PricePerLaunch = 0.40m,
            }
        );
    }

    private static BatonConfiguration Good(string text)
    {
        var reading = Read(text);
        reading.ShouldBeOfType<ConfigurationReading.Read>(
            reading is ConfigurationReading.Malformed bad ? string.Join('\n', bad.Findings) : null
        );
        return ((ConfigurationReading.Read)reading).Configuration;
    }

    private static ConfigurationReading Read(string text) =>
        ConfigurationReader.Read(Encoding.UTF8.GetBytes(text), "baton.yml");
}
