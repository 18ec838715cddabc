using Baton.Workflows.Expressions;
using Baton.Workflows.Expressions.Embedding;
using Baton.Workflows.Expressions.Values;

namespace Baton.Tests.Workflows.Expressions;

/// <summary>Texts with expressions in them.</summary>
public sealed class ExpressionTextTests
{
    private static readonly Properties Contexts = Sample.Contexts("""{"n": 42, "list": [1], "none": null}""");

    [Theory]
    [InlineData("deploy", "\"deploy\"")]
    [InlineData("", "\"\"")]
    [InlineData("${{ n }}", "42")]
    [InlineData("${{n}}", "42")]
    [InlineData(" ${{ n }}", "\" 42\"")]
    [InlineData("${{ list }}", "[\n  1\n]")]
    [InlineData("x-${{ list }}", "\"x-Array\"")]
    [InlineData("issue-${{ n }}-${{ none }}!", "\"issue-42-!\"")]
    [InlineData("${{ n }}${{ n }}", "\"4242\"")]
    [InlineData("${{ '}}' }}", "\"}}\"")]
    [InlineData("a${{ 'it''s }}' }}b", "\"ait's }}b\"")]
    [InlineData("{0} {{ }} ${{ n }}", "\"{0} {{ }} 42\"")]
    [InlineData("$${{ n }}", "\"$42\"")]
    [InlineData("${ n }", "\"${ n }\"")]
    public void A_text_has_a_value(string text, string expected)
    {
        var read = ExpressionText.Read(text, Words).ShouldBeOfType<ExpressionTextReading.Read>();
        var evaluation = read.Text.Evaluate(new EvaluationContext(Contexts));
        Sample.Show(evaluation.ShouldBeOfType<Evaluation.Evaluated>().Value).ShouldBe(expected);
        read.Text.IsFixed.ShouldBe(!text.Contains("${{", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("a ${{ n", 3, "The expression is not closed.")]
    [InlineData("a ${{ 'n }}", 3, "The expression is not closed.")]
    [InlineData("a ${{ }}", 3, "An expression was expected")]
    [InlineData("${{}}", 1, "An expression was expected")]
    [InlineData("a ${{ n }} ${{   nope }}", 18, "Unrecognized named-value: 'nope'. Located at position 1 within")]
    [InlineData("${{ n \n == }}", 9, "Unexpected end of expression: '=='")]
    public void The_place_of_an_error_is_in_the_whole_text(string text, int position, string message)
    {
        var error = ExpressionText.Read(text, Words).ShouldBeOfType<ExpressionTextReading.Malformed>().Error;
        error.Position.ShouldBe(position, error.Message);
        error.Message.ShouldStartWith(message);
    }

    [Fact]
    public void The_place_of_an_error_of_evaluation_is_in_the_whole_text()
    {
        var read = (ExpressionTextReading.Read)ExpressionText.Read("a ${{ n }} ${{ fromJSON('x') }}", Words);
        var failed = read.Text.Evaluate(new EvaluationContext(Contexts)).ShouldBeOfType<Evaluation.Failed>();
        failed.Error.Position.ShouldBe(16);
    }

    [Theory]
    [InlineData(254, true)]
    [InlineData(255, false)]
    public void A_text_has_as_many_expressions_as_format_has_arguments(int count, bool isAllowed) =>
        (ExpressionText.Read(Repeat("${{ n }}", count), Words) is ExpressionTextReading.Read).ShouldBe(isAllowed);

    [Fact]
    public void A_long_text_without_expressions_is_no_expression() =>
        ExpressionText.Read(new string('x', 100_000), Words).ShouldBeOfType<ExpressionTextReading.Read>();

    [Fact]
    public void A_long_text_with_one_is_refused_as_on_GitHub() =>
        ExpressionText
            .Read(new string('x', 21_000) + "${{ n }}", Words)
            .ShouldBeOfType<ExpressionTextReading.Malformed>()
            .Error.Message.ShouldBe("Exceeded max expression length 21000");

    [Fact]
    public void Many_long_values_are_refused()
    {
        var contexts = Sample.Contexts($"{{\"n\": \"{new string('x', 10_000)}\"}}");
        var read = (ExpressionTextReading.Read)ExpressionText.Read("-" + Repeat("${{ n }}", 100), Words);
        read.Text.Evaluate(new EvaluationContext(contexts)).ShouldBeOfType<Evaluation.Failed>();
    }

    private static Vocabulary Words => Sample.Words(Contexts.Select(pair => pair.Key));

    private static string Repeat(string piece, int times) => string.Concat(Enumerable.Repeat(piece, times));
}
