using Baton.Runtime.Asking;
using Baton.Runtime.Forge;

namespace Baton.Tests.Runtime.Forge;

public sealed class ForgePlaceTests
{
    [Fact]
    public void The_usual_service_is_github_com()
    {
        var place = Read(("GITHUB_REPOSITORY", "acme/shop"));

        (place.Api.AbsoluteUri, place.GraphQl.AbsoluteUri, place.Owner, place.Name).ShouldBe(
            ("https://api.github.com/", "https://api.github.com/graphql", "acme", "shop")
        );
    }

    [Fact]
    public void An_enterprise_server_is_named_by_the_runner() =>
        Read(("GITHUB_REPOSITORY", "acme/shop"), ("GITHUB_API_URL", "https://ghe.example/api/v3"))
            .Api.AbsoluteUri.ShouldBe("https://ghe.example/api/v3");

    [Theory]
    [InlineData("http://ghe.example/api/v3")]
    [InlineData("https://user:secret@ghe.example/api/v3")]
    [InlineData("file:///etc/passwd")]
    [InlineData("nonsense")]
    public void No_token_is_sent_to_such_an_address(string address) =>
        Should
            .Throw<AskingException>(() => Read(("GITHUB_REPOSITORY", "acme/shop"), ("GITHUB_API_URL", address)))
            .Fault.ShouldBe(AskingFault.Configuration);

    [Theory]
    [InlineData("")]
    [InlineData("acme")]
    [InlineData("acme/shop/x")]
    [InlineData("acme/..")]
    [InlineData("acme/sh op")]
    public void Whatever_is_no_repository_is_refused(string repository) =>
        Should.Throw<AskingException>(() => Read(("GITHUB_REPOSITORY", repository)));

    [Fact]
    public void A_token_comes_from_the_environment_or_a_file_and_is_never_shown()
    {
        var file = Path.GetTempFileName();
        File.WriteAllText(file, "from-a-file\n");
        try
        {
            var token = ForgeToken.Find(name => name == ForgeToken.FileVariable ? file : null, "/");
            token.ShouldNotBeNull();
            token.ToString().ShouldBe("***");
            ForgeToken.Find(_ => null, "/").ShouldBeNull();
            var bad = Should.Throw<AskingException>(() =>
                ForgeToken.Find(name => name == "GITHUB_TOKEN" ? "two words" : null, "/")
            );
            bad.Lines.ShouldAllBe(line => !line.Contains("words"));
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static ForgePlace Read(params (string Name, string Value)[] variables) =>
        ForgePlace.Read(name => variables.FirstOrDefault(pair => pair.Name == name).Value);
}
