using Baton.Workflows.Expressions;
using Baton.Workflows.Expressions.Embedding;
using Baton.Workflows.Expressions.Values;

namespace Baton.Tests.Workflows.Expressions;

/// <summary>Expressions that are meant to hurt. None may exhaust the stack, which no test would survive.</summary>
public sealed class HostileTests
{
    private const int Many = 10_000_000;

    [Fact]
    public void Ten_megabytes_are_refused_unread() =>
        Error(new string('(', Many)).ShouldBe("Exceeded max expression length 21000");

    [Theory]
    [InlineData("", "!", "true")]
    [InlineData("github", "[0]", "")]
    [InlineData("github", ".*", "")]
    [InlineData("1", "==1", "")]
    public void A_deep_tree_is_refused(string before, string piece, string after) =>
        Error(before + Repeat(piece, 4000) + after).ShouldBe("Exceeded max expression depth 50");

    [Fact]
    public void Parentheses_add_no_depth_and_no_stack() =>
        Shown($"{Repeat("(", 10_000)}1{Repeat(")", 10_000)}").ShouldBe("1");

    [Fact]
    public void Unclosed_parentheses_are_an_unexpected_end() =>
        Error(Repeat("(", 20_000)).ShouldStartWith("Unexpected end of expression: '('");

    [Fact]
    public void A_long_chain_of_one_operator_is_flat() => Shown($"{Repeat("0||", 6000)}7").ShouldBe("7");

    [Fact]
    public void A_chain_that_is_grouped_to_the_right_is_flat_too() =>
        Shown($"{Repeat("1&&(", 4000)}7{Repeat(")", 4000)}").ShouldBe("7");

    [Theory]
    [InlineData(49, true)]
    [InlineData(50, false)]
    public void The_depth_has_one_bound(int nots, bool isAllowed) =>
        (Sample.Evaluate(Repeat("!", nots) + "true", Properties.None).Error is null).ShouldBe(isAllowed);

    [Fact]
    public void A_text_that_grows_beyond_the_memory_is_refused()
    {
        var doubled = "'0123456789'";
        for (var i = 0; i < 20; i++)
            doubled = $"format('{{0}}{{0}}', {doubled})";
        Error(doubled).ShouldStartWith("The maximum allowed memory size was exceeded while evaluating");
    }

    [Fact]
    public void A_list_that_grows_beyond_the_memory_is_refused()
    {
        var list = $"[{Repeat("0,", 200_000)}]";
        Sample
            .Evaluate("list.*", Sample.Contexts($"{{\"list\": {list}}}"))
            .Error!.Summary.ShouldBe("The maximum allowed memory size was exceeded");
    }

    [Fact]
    public void Deep_JSON_is_refused()
    {
        var deep = $"{{\"deep\": \"{Repeat("[", 100_000)}\"}}";
        Sample
            .Evaluate("fromJSON(c.deep)", Sample.Contexts($"{{\"c\": {deep}}}"))
            .Error!.Message.ShouldContain("nested deeper than 64");
    }

    [Fact]
    public void Many_openings_in_a_text_are_read_once_each()
    {
        var text = Repeat("${{", 300_000);
        ((ExpressionTextReading.Malformed)ExpressionText.Read(text, Sample.Words([]))).Error.Message.ShouldStartWith(
            "The expression is not closed"
        );
    }

    [Fact]
    public void A_pattern_of_stars_ends()
    {
        var tree = new FakeTree((new string('a', 5000), "x"));
        Sample
            .Evaluate($"hashFiles('{Repeat("*a", 2000)}b')", new EvaluationContext(Properties.None) { Files = tree })
            .Value.ShouldBe(Value.Of(""));
    }

    private static string Error(string text) =>
        Sample.Evaluate(text, Sample.Contexts("""{"github": {}}""")).Error!.Message;

    private static string Shown(string text) => Sample.Show(Sample.Evaluate(text, Properties.None).Value!);

    private static string Repeat(string piece, int times) => string.Concat(Enumerable.Repeat(piece, times));
}
