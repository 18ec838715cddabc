using Baton.Runtime.Fencing;

namespace Baton.Tests.Runtime.Fencing;

public sealed class FenceTests
{
    private static readonly HashSet<string> Own = ["mine"];

    [Theory]
    [InlineData(null, 0, "", typeof(FenceAnswer.Passes))]
    [InlineData("a", 4, "x", typeof(FenceAnswer.Passes))]
    [InlineData("b", 4, "x", typeof(FenceAnswer.Passes))]
    [InlineData("a", 5, "mine", typeof(FenceAnswer.HasPassed))]
    [InlineData("a", 5, "x", typeof(FenceAnswer.Overtaken))]
    [InlineData("a", 6, "x", typeof(FenceAnswer.Overtaken))]
    [InlineData("b", 5, "x", typeof(FenceAnswer.NeedsLarger))]
    [InlineData("b", 6, "x", typeof(FenceAnswer.NeedsLarger))]
    [InlineData("b", 5, "mine", typeof(FenceAnswer.NeedsLarger))]
    public void Token_5_of_store_a_passes_only_what_is_smaller(string? store, long token, string nonce, Type answer)
    {
        var there = store is null ? null : new FenceMark(store, token, 0, nonce);
        Assert.IsType(answer, FenceAnswer.Of(there, "a", 5, Own));
    }

    [Fact]
    public void A_mark_reads_back_whatever_the_group_is_called()
    {
        var mark = FenceMark.New("01ABC", (7, 3), () => [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
        Assert.Equal(mark, FenceMark.Read(mark.Write("Fence of x\nFence-Token: 9 in acme/shop")));
        Assert.Null(FenceMark.Read("Somebody's commit\n\nFence-Token: 1\n"));
    }

    [Fact]
    public void Two_marks_of_one_token_are_never_the_same()
    {
        var next = (byte)0;
        byte[] Chance() => [next++];
        Assert.NotEqual(FenceMark.New("s", (1, 0), Chance), FenceMark.New("s", (1, 0), Chance));
    }

    [Fact]
    public void Names_are_refs_whatever_a_group_is_called_and_compare_without_case()
    {
        string[] groups = ["a", "a/b", "..", "x.lock", "@{", "*", new string('n', 300)];
        Assert.All(groups, group => Assert.True(FenceName.Is(FenceName.Of("acme/shop", group))));
        Assert.Equal(groups.Length, groups.Select(group => FenceName.Of("acme/shop", group)).Distinct().Count());
        Assert.Equal(FenceName.Of("acme/shop", "Data"), FenceName.Of("acme/shop", "data"));
        Assert.NotEqual(FenceName.Of("acme/shop", "data"), FenceName.Of("acme/other", "data"));
        Assert.False(FenceName.Is("refs/heads/main"));
    }

    [Fact]
    public void Passes_read_back_and_what_nobody_wrote_is_refused()
    {
        FencePass[] passes =
        [
            new(FenceName.Of("s", "a"), "01ABC", 5, FencePass.TargetOf("https://x/y.git")),
            new(FenceName.Of("s", "b"), "01ABC", 5, FencePass.TargetOf("https://x/y.git")),
        ];
        Assert.Equal(passes, FencePass.Read(FencePass.Write(passes)));
        Assert.Empty(FencePass.Read(null));
        Assert.Throws<FormatException>(() => FencePass.Read("refs/heads/main:01ABC:5:x"));
        Assert.Throws<FormatException>(() => FencePass.Read("5"));
    }

    [Theory]
    [InlineData("https://x-access-token:secret@github.com/a/b.git")]
    [InlineData("https://ann@github.com/a/b")]
    [InlineData("https://github.com/a/b/")]
    public void One_remote_is_one_target_whoever_asks(string url) =>
        Assert.Equal(FencePass.TargetOf("https://github.com/a/b"), FencePass.TargetOf(url));
}
