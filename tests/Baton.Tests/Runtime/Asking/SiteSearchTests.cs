using Baton.Runtime.Asking;
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
        Found("").Database.ShouldBe(Path.Combine(desk.Folder, ".local", "state", "baton", "baton.db"));
        desk.Variables["XDG_STATE_HOME"] = "/var/state";
        Found("").Database.ShouldBe("/var/state/baton/baton.db");
        desk.Variables["XDG_STATE_HOME"] = "relative";
        Found("").Database.ShouldBe(Path.Combine(desk.Folder, ".local", "state", "baton", "baton.db"));
        desk.Variables.Clear();
        Should.Throw<AskingException>(() => Found("")).Fault.ShouldBe(AskingFault.Configuration);
    }

    [Fact]
    public void A_path_in_the_file_counts_from_the_root_of_the_repository()
    {
        desk.Write(".git/config", "");
        desk.Write("baton.yml", "store: 'sqlite:state/b.db'\n");
        Directory.CreateDirectory(Path.Combine(desk.Folder, "src"));
        Found("src").Database.ShouldBe(Path.Combine(desk.Folder, "state", "b.db"));
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

    private Site Found(string folder) => Search(folder).Find(SiteWishes.None);

    private SiteSearch Search(string folder) =>
        new(name => desk.Variables.GetValueOrDefault(name), Path.GetFullPath(Path.Combine(desk.Folder, folder)));
}
