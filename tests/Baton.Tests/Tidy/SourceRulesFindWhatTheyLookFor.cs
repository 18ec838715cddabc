namespace Baton.Tests.Tidy;

/// <summary>A rule that can't fail guards nothing: each is shown a planted mistake.</summary>
public sealed class SourceRulesFindWhatTheyLookFor
{
    [Fact]
    public void A_file_of_401_lines_is_too_long()
    {
        SourceRules.Length(File(string.Concat(Enumerable.Repeat("x\n", 400)))).ShouldBeEmpty();
        SourceRules.Length(File(string.Concat(Enumerable.Repeat("x\n", 401)))).Count().ShouldBe(1);
    }

    [Theory]
    [InlineData("namespace Baton.Engine.Holds;", 0)]
    [InlineData("namespace Baton.Engine;", 1)]
    [InlineData("namespace Baton.Engine.Holds.Deep;", 1)]
    public void A_namespace_must_be_the_folder(string text, int found) =>
        SourceRules.Namespace(File(text)).Count().ShouldBe(found);

    [Theory]
    [InlineData("public sealed record Lease(int Token);", 0)]
    [InlineData("public static partial class Lease\n{\n    public sealed record Inner;\n}", 0)]
    [InlineData("internal sealed class Other;", 0)]
    [InlineData("public readonly record struct Token(long Value);", 1)]
    [InlineData("public sealed record Lease;\npublic enum LeaseState { }", 0)]
    [InlineData("public sealed record Lease;\npublic enum LeaseState { }\npublic sealed class LeaseEnd;", 1)]
    public void A_file_is_named_after_its_public_type(string text, int found) =>
        SourceRules.NamedAfterItsType(File(text)).Count().ShouldBe(found);

    [Theory]
    [InlineData("public sealed class LeaseManager { }", 1)]
    [InlineData("internal static class StringUtils { }", 1)]
    [InlineData("    private sealed record RunInfo(int A);", 1)]
    [InlineData("public sealed class Database { }", 0)]
    public void A_name_that_says_nothing_is_found(string text, int found) =>
        SourceRules.TypeNames(File(text)).Count().ShouldBe(found);

    [Theory]
    [InlineData("await Task.Delay(100);", 1)]
    [InlineData("Thread.Sleep(1);", 1)]
    [InlineData("await Task.Delay(Timeout.Infinite, token);", 0)]
    public void A_fixed_wait_is_found(string text, int found) => SourceRules.Waits(File(text)).Count().ShouldBe(found);

    private static SourceFile File(string text) => new("src/Baton.Engine/Holds/Lease.cs", text);
}
