using Baton.Runtime.Asking;
using Baton.Runtime.Configuration;
using Baton.Tests.Support;

namespace Baton.Tests.Runtime.Asking;

public sealed class SiteSearchTests : IDisposable
{
    private readonly Desk desk = new();

    public void Dispose() => desk.Dispose();

    [Fact]
    public void The_scope_is_the_git_remote_seen_from_any_folder_of_the_checkout()
    {
        desk.Write(
            ".git/config",
            "[core]\n\tbare = false\n[remote \"up\"]\n\turl = x:y/z\n[remote \"origin\"]\n\turl = git@github.com:Acme/Shop.git\n"
        );
        Directory.CreateDirectory(Path.Combine(desk.Folder, "src", "deep"));
        Found("src/deep").Scope.ShouldBe("acme/shop");
    }

    [Fact]
    public void A_linked_work_tree_has_the_remote_of_its_repository()
    {
        desk.Write("main/.git/config", "[remote \"origin\"]\n\turl = https://github.com/acme/shop\n");
        desk.Write("main/.git/worktrees/two/commondir", "../..\n");
        desk.Write("two/.git", $"gitdir: {desk.Folder}/main/.git/worktrees/two\n");
        Found("two").Scope.ShouldBe("acme/shop");
    }

    [Fact]
    public void Without_a_remote_the_folder_is_the_scope()
    {
        Directory.CreateDirectory(Path.Combine(desk.Folder, "Thing"));
        Found("Thing").Scope.ShouldBe("thing");
    }

    [Fact]
    public void The_ci_service_wins_over_the_remote_and_the_file_over_both()
    {
        desk.Write(".git/config", "[remote \"origin\"]\n\turl = git@github.com:acme/fork.git\n");
        desk.Variables["GITHUB_ACTIONS"] = "true";
        desk.Variables["GITHUB_REPOSITORY"] = "acme/shop";
        Found("").Scope.ShouldBe("acme/shop");
        desk.Write("baton.yml", "scope: acme/all\n");
        Found("").Scope.ShouldBe("acme/all");
        Search("").Find(new SiteWishes("said/one", null, null)).Scope.ShouldBe("said/one");
    }

    [Fact]
    public void The_default_store_is_in_the_state_folder()
    {
        Found("").Address.ShouldBe("sqlite:" + Path.Combine(desk.Folder, ".local", "state", "baton", "baton.db"));
        desk.Variables["XDG_STATE_HOME"] = "/var/state";
        Found("").Address.ShouldBe("sqlite:" + "/var/state/baton/baton.db");
        desk.Variables["XDG_STATE_HOME"] = "relative";
        Found("").Address.ShouldBe("sqlite:" + Path.Combine(desk.Folder, ".local", "state", "baton", "baton.db"));
        desk.Variables.Clear();
        Should.Throw<AskingException>(() => Found("")).Fault.ShouldBe(AskingFault.Configuration);
    }

    [Fact]
    public void A_path_in_the_file_counts_from_the_root_of_the_repository()
    {
        desk.Write(".git/config", "");
        desk.Write("baton.yml", "store: 'sqlite:state/b.db'\n");
        Directory.CreateDirectory(Path.Combine(desk.Folder, "src"));
        Found("src").Address.ShouldBe("sqlite:" + Path.Combine(desk.Folder, "state", "b.db"));
    }

    [Theory]
    [InlineData("origin", "origin", "https://forge.example/acme/shop")]
    [InlineData("https://forge.example/acme/shop", "origin", "https://forge.example/acme/shop")]
    [InlineData("ssh://git@forge.example/a/b", "ssh://git@forge.example/a/b", "ssh://git@forge.example/a/b")]
    [InlineData("git@forge.example:a/b", "git@forge.example:a/b", "git@forge.example:a/b")]
    public void A_remote_is_meant_by_its_name_or_by_its_url_and_keeps_its_password(
        string said,
        string remote,
        string url
    )
    {
        desk.Write(".git/config", "[remote \"origin\"]\n\turl = https://x:secret@forge.example/acme/shop\n");
        var place = Stored($"git:{said}").Place.ShouldBeOfType<StorePlace.Git>();
        place.Remote.ShouldBe(remote);
        place.Url.ShouldBe(url);
        place.Address.ShouldBe($"git:{url}");
        place.Repository!.Root.ShouldBe(desk.Folder);
    }

    [Fact]
    public void A_path_of_a_remote_counts_from_where_it_is_said_and_one_place_has_one_folder()
    {
        desk.Write(".git/config", "[remote \"up\"]\n\turl = ../state.git\n");
        var beside = Path.GetFullPath(Path.Combine(desk.Folder, "..", "state.git"));
        var named = Stored("git:up").Place.ShouldBeOfType<StorePlace.Git>();
        (named.Remote, named.Url).ShouldBe(("up", beside));
        Stored("git:../state.git").Place.Folder.ShouldBe(named.Folder);
        Stored("git:" + beside).Place.ShouldBe(named);
        named.Folder.ShouldStartWith(Path.Combine(desk.Folder, ".local", "state", "baton"));
    }

    [Fact]
    public void A_name_that_no_remote_has_is_told_with_where_it_was_looked_for()
    {
        Should.Throw<AskingException>(() => Stored("git:origin")).Message.ShouldContain("is in no git repository");
        desk.Write(".git/config", "");
        Should
            .Throw<AskingException>(() => Stored("git:origin"))
            .Message.ShouldContain("has no remote with the name origin");
    }

    [Theory]
    [InlineData("[remote \"origin\"]\nurl=a", "a")]
    [InlineData("[REMOTE \"origin\"]\n  URL = a b ; a comment", "a b")]
    [InlineData("[remote \"origin\"]\nurl = \"a;b\" # c", "a;b")]
    [InlineData("[remote \"origin\"]\nurl = a\nurl = b", "b")]
    [InlineData("[remote \"Origin\"]\nurl = a", null)]
    [InlineData("[remote]\nurl = a", null)]
    [InlineData("url = a", null)]
    [InlineData("", null)]
    public void The_settings_of_git_are_read_as_git_reads_them(string text, string? url) =>
        GitSettings.Find(text, "remote", "origin", "url").ShouldBe(url);

    private Site Stored(string address) =>
        Search("")
            .Find(
                SiteWishes.None with
                {
                    Store = StoreAddress.Parse(address).ShouldBeOfType<StoreReading.Read>().Value,
                }
            );

    private Site Found(string folder) => Search(folder).Find(SiteWishes.None);

    private SiteSearch Search(string folder) =>
        new(name => desk.Variables.GetValueOrDefault(name), Path.GetFullPath(Path.Combine(desk.Folder, folder)));
}
