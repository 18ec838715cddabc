using Baton.Workflows.Expressions;

namespace Baton.Tests.Workflows.Expressions;

/// <summary>What is no expression, or has no value: of which kind, where, and in which words.</summary>
public sealed class RefusalTests
{
    [Theory]
    [InlineData("1 2", ErrorKind.Parsing, 3, "Unexpected symbol: '2'")]
    [InlineData("a..b", ErrorKind.Parsing, 3, "Unexpected symbol: '.'")]
    [InlineData("a.", ErrorKind.Parsing, 2, "Unexpected end of expression: '.'")]
    [InlineData("a.1", ErrorKind.Parsing, 3, "Unexpected symbol: '1'")]
    [InlineData("'x'.y", ErrorKind.Parsing, 4, "Unexpected symbol: '.'")]
    [InlineData("(a", ErrorKind.Parsing, 2, "Unexpected end of expression: 'a'")]
    [InlineData("a)", ErrorKind.Parsing, 2, "Unexpected symbol: ')'")]
    [InlineData("a[", ErrorKind.Parsing, 2, "Unexpected end of expression: '['")]
    [InlineData("a[]", ErrorKind.Parsing, 3, "Unexpected symbol: ']'")]
    [InlineData("a[0)", ErrorKind.Parsing, 4, "Unexpected symbol: ')'")]
    [InlineData("()", ErrorKind.Parsing, 2, "Unexpected symbol: ')'")]
    [InlineData("(a, a)", ErrorKind.Parsing, 3, "Unexpected symbol: ','")]
    [InlineData("contains(a,)", ErrorKind.Parsing, 12, "Unexpected symbol: ')'")]
    [InlineData("contains(,a)", ErrorKind.Parsing, 10, "Unexpected symbol: ','")]
    [InlineData("contains(a", ErrorKind.Parsing, 10, "Unexpected end of expression: 'a'")]
    [InlineData("contains", ErrorKind.Parsing, 1, "Unrecognized named-value: 'contains'")]
    [InlineData("a && !", ErrorKind.Parsing, 6, "Unexpected end of expression: '!'")]
    [InlineData("a !b", ErrorKind.Parsing, 3, "Unexpected symbol: '!'")]
    [InlineData("*", ErrorKind.Parsing, 1, "Unexpected symbol: '*'")]
    [InlineData("a * 2", ErrorKind.Parsing, 3, "Unexpected symbol: '*'")]
    [InlineData("nope", ErrorKind.Parsing, 1, "Unrecognized named-value: 'nope'")]
    [InlineData("false && nope.x", ErrorKind.Parsing, 10, "Unrecognized named-value: 'nope'")]
    [InlineData("nope(1)", ErrorKind.Parsing, 1, "Unrecognized function: 'nope'")]
    [InlineData("contains(a)", ErrorKind.Parsing, 1, "Too few parameters supplied: 'contains'")]
    [InlineData("a || toJSON(a, a)", ErrorKind.Parsing, 6, "Too many parameters supplied: 'toJSON'")]
    [InlineData("always(1)", ErrorKind.Parsing, 1, "Too many parameters supplied: 'always'")]
    [InlineData("case(true, 1, false, 2)", ErrorKind.Parsing, 1, "Even number of parameters supplied")]
    [InlineData("a = 1", ErrorKind.Lexing, 3, "Unexpected symbol: '='")]
    [InlineData("a & 1", ErrorKind.Lexing, 3, "Unexpected symbol: '&'")]
    [InlineData("\"a\"", ErrorKind.Lexing, 1, "Unexpected symbol: '\"a\"'")]
    [InlineData("'a", ErrorKind.Lexing, 1, "Unexpected symbol: ''a'")]
    [InlineData("'a''", ErrorKind.Lexing, 1, "Unexpected symbol: ''a'''")]
    [InlineData("1x", ErrorKind.Lexing, 1, "Unexpected symbol: '1x'")]
    [InlineData("0xg", ErrorKind.Lexing, 1, "Unexpected symbol: '0xg'")]
    [InlineData("a ? 1 : 2", ErrorKind.Lexing, 3, "Unexpected symbol: '?'")]
    [InlineData("a == ø", ErrorKind.Lexing, 6, "Unexpected symbol: 'ø'")]
    [InlineData("fromJSON('{')", ErrorKind.Evaluation, 1, "Error parsing fromJson")]
    [InlineData("a || fromJSON('')", ErrorKind.Evaluation, 6, "Error parsing fromJson")]
    [InlineData("format('{')", ErrorKind.Evaluation, 1, "The following format string is invalid: {")]
    [InlineData("format('{256}', 1)", ErrorKind.Evaluation, 1, "The following format string is invalid: {256}")]
    [InlineData("format('{99999999999999999999}')", ErrorKind.Evaluation, 1, "The following format string is invalid")]
    [InlineData("format('{-1}', 1)", ErrorKind.Evaluation, 1, "The following format string is invalid: {-1}")]
    [InlineData("format('{1}', 1)", ErrorKind.Evaluation, 1, "The following format string references more arguments")]
    [InlineData(
        "format('{0:d}', 1)",
        ErrorKind.Evaluation,
        1,
        "The format specifiers 'd' are not valid for objects of type 'Number'"
    )]
    [InlineData("case('x', 1, 2)", ErrorKind.Evaluation, 1, "case predicate must evaluate to a boolean value")]
    [InlineData("hashFiles('**')", ErrorKind.Evaluation, 1, "hashFiles has no files here")]
    public void What_is_wrong_is_told_with_its_place(string text, ErrorKind kind, int position, string message)
    {
        var (value, error) = Sample.Evaluate(text, Sample.Contexts("""{"a": null}"""));
        value.ShouldBeNull(text);
        error!.Kind.ShouldBe(kind, error.Message);
        error.Position.ShouldBe(position, error.Message);
        error.Message.ShouldStartWith(message);
    }

    [Theory]
    [InlineData("githb.ref", "did you mean github?")]
    [InlineData("env.X", "the context env is not given here; known: github")]
    [InlineData("main", "a text stands between single quotes: 'main'")]
    [InlineData("success", "a function is called with parentheses: success(…)")]
    [InlineData("contain(github.ref, 'x')", "did you mean contains?")]
    [InlineData("github.ref = 'x'", "two values are compared with ==")]
    [InlineData("github.ref == \"x\"", "a text stands between single quotes")]
    public void A_hint_says_what_was_meant(string text, string hint) =>
        Sample.Evaluate(text, Sample.Contexts("""{"github": {}}""")).Error!.Hint.ShouldBe(hint);

    [Fact]
    public void A_message_ends_with_the_place_and_the_expression_as_on_GitHub() =>
        Sample
            .Evaluate("1 <", Sample.Contexts("{}"))
            .Error!.Message.ShouldBe("Unexpected end of expression: '<'. Located at position 3 within expression: 1 <");
}
