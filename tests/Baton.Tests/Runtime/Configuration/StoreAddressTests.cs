using Baton.Runtime.Configuration;

namespace Baton.Tests.Runtime.Configuration;

public sealed class StoreAddressTests
{
    public static TheoryData<string, StoreAddress> Good =>
        new()
        {
            { "sqlite:/var/lib/baton.db", new StoreAddress.Sqlite("/var/lib/baton.db") },
            { "git:origin", new StoreAddress.Git("origin") },
            { "git:https://github.com/acme/state.git", new StoreAddress.Git("https://github.com/acme/state.git") },
            { "git:git@github.com:acme/state.git", new StoreAddress.Git("git@github.com:acme/state.git") },
            {
                "postgres://baton@db.example.org/baton",
                new StoreAddress.Postgres("postgres://baton@db.example.org/baton")
            },
            {
                "postgres:///baton?host=/run/postgresql",
                new StoreAddress.Postgres("postgres:///baton?host=/run/postgresql")
            },
            { "https://baton.example.org", new StoreAddress.Server("https://baton.example.org") },
        };

    [Theory]
    [MemberData(nameof(Good))]
    public void Addresses_are_read(string text, StoreAddress expected) =>
        StoreAddress.Parse(text).ShouldBe(new StoreReading.Read(expected));

    [Theory]
    [InlineData("")]
    [InlineData("sqlite:")]
    [InlineData("/var/lib/baton.db")]
    [InlineData("mysql://host/db")]
    [InlineData("http://host")]
    [InlineData("postgres:host")]
    [InlineData("postgres:///db")]
    [InlineData(" git:origin")]
    [InlineData("git:or\nigin")]
    public void Others_are_told_what_was_expected(string text) =>
        StoreAddress.Parse(text).ShouldBeOfType<StoreReading.Malformed>();

    [Theory]
    [InlineData("postgres://baton:secret@host/db")]
    [InlineData("postgres://host/db?password=secret")]
    [InlineData("git:https://me:secret@github.com/a/b")]
    [InlineData("https://me:secret@host")]
    public void A_password_is_refused_and_not_repeated(string text) =>
        StoreAddress
            .Parse(text)
            .ShouldBeOfType<StoreReading.Malformed>()
            .Message.ShouldSatisfyAllConditions(
                message => message.ShouldContain("password"),
                message => message.ShouldNotContain("secret")
            );

    [Theory]
    [InlineData(
        "postgres://baton:s%40cret@host:5432/db?sslmode=require",
        "s@cret",
        "postgres://baton@host:5432/db?sslmode=require"
    )]
    [InlineData("postgresql://baton:a:b@host", "a:b", "postgresql://baton@host")]
    [InlineData("postgres://baton@host:5432/db", null, "postgres://baton@host:5432/db")]
    [InlineData("postgres://host:5432/a:b@c", null, "postgres://host:5432/a:b@c")]
    [InlineData("git:https://me:secret@github.com/a/b", null, "git:https://me:secret@github.com/a/b")]
    [InlineData("sqlite:/a:b@c", null, "sqlite:/a:b@c")]
    public void The_password_of_a_database_is_taken_out(string text, string? password, string address)
    {
        StoreAddress.PasswordIn(text).ShouldBe(password);
        StoreAddress.WithoutPassword(text).ShouldBe(address);
    }
}
