using Baton.Engine.Resources;
using Baton.Engine.Runs;
using Baton.Runtime.Configuration;
using Baton.Runtime.Health;
using static Baton.Tests.Runtime.Health.Machines;

namespace Baton.Tests.Runtime.Health;

/// <summary>What each check makes of what was seen: a sound machine, and one thing about it that isn't.</summary>
public sealed class CheckTests
{
    [Fact]
    public void A_sound_machine_is_well_and_every_check_says_so_but_those_for_runners_and_for_other_machines()
    {
        var found = AllChecks.Of(Sound);
        found.ShouldAllBe(one => one.Condition == Condition.Ok && one.Mend == null);
        found
            .Select(one => one.Check)
            .ShouldBe(
                AllChecks
                    .List.Select(one => one.Name)
                    .Where(name => name is not ("session" or "remote-store" or "push-workflows"))
            );
    }

    [Fact]
    public void A_store_on_another_machine_is_judged_by_its_answers_and_no_file_is_looked_for()
    {
        var found = AllChecks.Of(Far);
        found.ShouldAllBe(one => one.Condition == Condition.Ok);
        found.Select(one => one.Check).ShouldContain("remote-store");
        found.Select(one => one.Check).ShouldNotContain("permissions");
    }

    [Theory]
    [MemberData(nameof(Unsound), MemberType = typeof(Machines))]
    public void What_is_not_sound_is_told_by_its_check_alone_and_with_how_to_mend_it(
        string check,
        Condition condition,
        string part,
        Examination seen
    )
    {
        var told = AllChecks.Of(seen).Where(one => one.Condition != Condition.Ok).ShouldHaveSingleItem();
        told.Check.ShouldBe(check);
        told.Condition.ShouldBe(condition);
        told.Sentence.ShouldContain(part);
        told.Mend.ShouldNotBeNullOrWhiteSpace();
    }

    [Fact]
    public void Every_check_is_seen_to_find_something()
    {
        var found = Unsound.Select(row => row.Data.Item1).ToHashSet();
        AllChecks.List.Select(check => check.Name).Where(name => !found.Contains(name)).ShouldBe(["settings"]);
    }

    [Fact]
    public void Recorded_settings_that_the_file_does_not_say_are_told_with_both()
    {
        var file = BatonConfiguration.Empty with
        {
            Groups = [new(new NamePattern("g"), new GroupSettings { Capacity = 2 })],
        };
        var recorded = new Resource(ResourceName.Group("g"), ResourceSettings.Default) { Recorded = true };
        var seen = Sound with
        {
            Settings = new ConfigurationReading.Read(file, "baton.yml"),
            Scope = Inside with { Resources = [recorded] },
        };
        var told = AllChecks.Of(seen).Where(one => one.Condition != Condition.Ok).ShouldHaveSingleItem();
        told.Check.ShouldBe("settings");
        told.Sentence.ShouldContain("capacity 1");
        told.Sentence.ShouldContain("capacity 2");
    }

    [Fact]
    public void A_key_that_waits_for_its_owner_or_a_group_that_stops_nobody_hides_nothing()
    {
        Run[] runs =
        [
            Asked(Need.Key("k") with { WaitsForOwner = true }, Cancelling("g")),
            Asked(Need.Key("k"), Need.Group("g")),
            Asked(Cancelling("g")),
        ];
        foreach (var run in runs)
            AllChecks
                .Of(Sound with { Scope = Inside with { Lately = [run] } })
                .ShouldAllBe(one => one.Condition == Condition.Ok);
    }

    [Fact]
    public void A_key_and_a_group_of_one_pattern_hide_the_stop_before_anybody_asks()
    {
        var file = BatonConfiguration.Empty with
        {
            Groups = [new(new NamePattern("issue-*"), new GroupSettings { Policy = GroupPolicy.CancelRunning })],
            Keys =
            [
                new(new NamePattern("issue-*"), new KeySettings()),
                new(new NamePattern("commit-*"), new KeySettings()),
            ],
        };
        var told = AllChecks
            .Of(Sound with { Site = Sound.Site! with { Configuration = file } })
            .Where(one => one.Condition != Condition.Ok)
            .ShouldHaveSingleItem();
        told.Sentence.ShouldContain("key issue-* and group issue-*");
    }

    [Fact]
    public void Without_a_store_there_is_nothing_to_say_about_what_is_in_it()
    {
        var told = AllChecks.Of(
            Sound with
            {
                Store = Files with { File = null, Log = null, Line = null, Bells = null },
                Scope = null,
            }
        );
        told.ShouldAllBe(one => one.Condition == Condition.Ok);
        told.Single(one => one.Check == "store").Sentence.ShouldContain("the first run makes it");
    }

    [Fact]
    public void A_path_in_a_line_to_copy_is_one_word()
    {
        var evil = "/s/'; rm -rf ~; '";
        var seen = Sound with
        {
            Store = Files with { File = Files.File! with { Path = evil, Mode = Private | UnixFileMode.OtherWrite } },
        };
        AllChecks
            .Of(seen)
            .Single(one => one.Condition != Condition.Ok)
            .Mend.ShouldBe("chmod go-w '/s/'\\''; rm -rf ~; '\\'''");
    }
}
