using Baton.Workflows.Findings;

namespace Baton.Tests.Workflows.Findings;

public sealed class OneLineTests
{
    [Theory]
    [InlineData("a title", "a title")]
    [InlineData("two\nlines\r", "two\\u000alines\\u000d")]
    [InlineData("\u001b[31mred", "\\u001b[31mred")]
    [InlineData("::error::x", "\\u003a:error::x")]
    [InlineData("  ::error::x", "  \\u003a:error::x")]
    [InlineData("a::b", "a::b")]
    [InlineData("a ##[add-mask]b", "a \\u0023#[add-mask]b")]
    [InlineData("\u202egnp.exe", "\\u202egnp.exe")]
    [InlineData("👍 größe", "👍 größe")]
    public void Text_of_strangers_stays_on_its_line(string text, string expected) =>
        OneLine.Of(text).ShouldBe(expected);

    // Not a row of the table: an attribute can't hold half a surrogate pair.
    [Fact]
    public void Half_a_surrogate_pair_is_spelt_out() => OneLine.Of("a\ud800b").ShouldBe("a\\ud800b");

    [Fact]
    public void Long_text_is_cut() => OneLine.Quoted(new string('x', 500), 10).ShouldBe("\"xxxxxxxxxx…\"");
}
