using Baton.Runtime.Configuration;

namespace Baton.Tests.Runtime.Configuration;

public sealed class ScopeNameTests
{
    [Theory]
    [InlineData("https://github.com/Acme/Shop.git", "acme/shop")]
    [InlineData("https://github.com/acme/shop", "acme/shop")]
    [InlineData("https://github.com/acme/shop/", "acme/shop")]
    [InlineData("https://x-access-token:secret@github.com/acme/shop.git", "acme/shop")]
    [InlineData("https://user:p@ss@gitlab.example.org/group/sub/shop.git", "gitlab.example.org/group/sub/shop")]
    [InlineData("https://gitlab.example.org:8443/acme/shop.git", "gitlab.example.org:8443/acme/shop")]
    [InlineData("https://gitlab.example.org:443/acme/shop.git?x=1#y", "gitlab.example.org/acme/shop")]
    [InlineData("ssh://git@github.com/acme/shop.git", "acme/shop")]
    [InlineData("ssh://git@ssh.github.com:443/acme/shop.git", "acme/shop")]
    [InlineData("ssh://git@host:2222/~/acme/shop", "host:2222/acme/shop")]
    [InlineData("git://git.example.org/acme/shop.git", "git.example.org/acme/shop")]
    [InlineData("git@github.com:Acme/Shop.git", "acme/shop")]
    [InlineData("github.com:acme/shop", "acme/shop")]
    [InlineData("git@host:/srv/git/shop.git", "host/srv/git/shop")]
    [InlineData("file:///srv/git/Shop.git", "shop")]
    [InlineData("/srv/git/shop.git", "shop")]
    [InlineData("/home/me/shop/.git", "shop")]
    [InlineData("../shop/", "shop")]
    [InlineData("./a:b", "a:b")]
    [InlineData("https://github.com/", null)]
    [InlineData("https://github.com", null)]
    [InlineData("https:///acme/shop", null)]
    [InlineData("git@github.com:", null)]
    [InlineData("/", null)]
    [InlineData("", null)]
    [InlineData("https://host/acme/sh\u001bop", null)]
    public void A_remote_gives_the_scope(string remote, string? expected) =>
        ScopeName.FromRemote(remote).ShouldBe(expected);

    [Theory]
    [InlineData("https://github.com", "Acme/Shop", "acme/shop")]
    [InlineData("https://ghe.example.org/", "acme/shop", "ghe.example.org/acme/shop")]
    [InlineData(null, "acme/shop", "acme/shop")]
    [InlineData("https://github.com", "", null)]
    public void A_repository_and_its_server_give_the_scope(string? server, string repository, string? expected) =>
        ScopeName.FromRepository(server, repository).ShouldBe(expected);

    [Theory]
    [InlineData("acme/shop", true)]
    [InlineData("our agents", true)]
    [InlineData("", false)]
    [InlineData(" acme", false)]
    [InlineData("ac\nme", false)]
    public void A_name_is_checked(string name, bool good) => (ScopeName.Problem(name) is null).ShouldBe(good);
}
