using Baton.Workflows.Expressions;
using Baton.Workflows.Expressions.Explaining;

namespace Baton.Tests.Workflows.Expressions;

/// <summary>Why a value is what it is.</summary>
public sealed class ExplainerTests
{
    private const string Contexts = """
        {"github": {"ref": "refs/heads/main", "event": {"issue": {"Number": 42, "labels": [{"name": "bug"}]}}}, "inputs": {"no": "false"}}
        """;

    [Theory]
    [InlineData("1 == 1", "1 == 1 is true")]
    [InlineData("'0' == 0", "'0' == 0 is true: a text and a number are compared as numbers: '0' is 0")]
    [InlineData("null == ''", "null == '' is true: null and a text are compared as numbers: null is 0 and '' is 0")]
    [InlineData(
        "'x' == 0",
        "'x' == 0 is false: a text and a number are compared as numbers: 'x' is no number (NaN), and NaN equals nothing"
    )]
    [InlineData("'A' == 'a'", "'A' == 'a' is true: texts are compared without case")]
    [InlineData("'a ' == 'a'", "'a ' == 'a' is false: spaces count in a text")]
    [InlineData(
        "github == 'x'",
        "github == 'x' is false: arrays and objects equal only themselves\n  github is an object of 2 properties"
    )]
    [InlineData(
        "github.ref == 'main'",
        "github.ref == 'main' is false: one is a part of the other, and they are compared as a whole\n  github.ref is 'refs/heads/main'"
    )]
    [InlineData("!inputs.no", "!inputs.no is false: 'false' counts as true\n  inputs.no is 'false'")]
    [InlineData("true || github.ref", "true || github.ref is true\n  github.ref is not evaluated")]
    [InlineData(
        "github.event.issue.number",
        "github.event.issue.number is 42: it is spelled Number there; names are looked up without case"
    )]
    [InlineData(
        "github.event.isue.number",
        "github.event.isue.number is null: github.event has no isue, and what is not there is null; did you mean issue?"
    )]
    [InlineData("github.ref.x", "github.ref.x is null: github.ref is a text, which has no properties")]
    [InlineData(
        "github.event.issue.labels[1]",
        "github.event.issue.labels[1] is null: github.event.issue.labels has 1 item, counted from 0"
    )]
    [InlineData(
        "github.event.issue.labels.name",
        "github.event.issue.labels.name is null: github.event.issue.labels is an array: it has items by number, and * for all"
    )]
    [InlineData(
        "github.event.issue.labels.*.name[0]",
        "github.event.issue.labels.*.name[0] is []: after * an index is looked up in each item, not in the list of them"
    )]
    [InlineData(
        "contains(github.ref, 'MAIN')",
        "contains(github.ref, 'MAIN') is true: case doesn't count\n  github.ref is 'refs/heads/main'"
    )]
    [InlineData(
        "contains(github.event.issue.labels.*.name, 'bu')",
        "contains(github.event.issue.labels.*.name, 'bu') is false: the only item doesn't equal 'bu' as a whole\n  github.event.issue.labels.*.name is ['bug']"
    )]
    [InlineData("failure()", "failure() is false: so far it is success")]
    [InlineData(
        "github[format('{0}', 'ref')]",
        "github[format('{0}', 'ref')] is 'refs/heads/main'\n  format('{0}', 'ref') is 'ref'"
    )]
    [InlineData("'a'", "")]
    public void A_value_is_explained(string text, string expected) => Lines(text).ShouldBe(expected);

    [Fact]
    public void What_came_before_an_error_is_explained() =>
        Lines("github.ref == fromJSON('x') || inputs.no")
            .ShouldBe("github.ref is 'refs/heads/main'\ninputs.no is not evaluated");

    [Fact]
    public void What_a_stranger_wrote_stays_on_its_line() =>
        Shown.Short(Sample.Value("\"a\\n::error::b\\u202e\"")).ShouldBe("'a\\u000a::error::b\\u202e'");

    private static string Lines(string text)
    {
        var contexts = Sample.Contexts(Contexts);
        var (_, steps) = Explainer.Explain(Sample.Read(text, "github", "inputs"), new EvaluationContext(contexts));
        return string.Join('\n', steps.Select(step => new string(' ', 2 * step.Depth) + step));
    }
}
