using Baton.Workflows.Expressions;

namespace Baton.Tests.Workflows.Expressions;

/// <summary>What expressions come to; the right side is the value as toJSON writes it.</summary>
public sealed class SemanticsTests
{
    private const string Contexts = """
        {
          "github": {
            "ref": "refs/heads/main", "event_name": "push", "sha": "ABC",
            "event": { "issue": { "number": 42, "Title": "It's", "labels": [{ "name": "bug" }, { "name": "p1" }, {}] } }
          },
          "inputs": { "no": "false", "zero": 0, "empty": "", "list": [1, [2, 3], "x"], "objects": { "a": { "v": 1 }, "b": { "v": 2 } } },
          "needs": { "build": { "result": "success" }, "test": { "result": "failure" } }
        }
        """;

    [Theory]
    // kinds compared
    [InlineData("'0' == 0", "true")]
    [InlineData("null == ''", "true")]
    [InlineData("null == 0", "true")]
    [InlineData("'' == 0", "true")]
    [InlineData("'' == false", "true")]
    [InlineData("'true' == true", "false")]
    [InlineData("'1' == true", "true")]
    [InlineData("'a' == 0", "false")]
    [InlineData("'a' != 0", "true")]
    [InlineData("NaN == NaN", "false")]
    [InlineData("'MAIN' == 'main'", "true")]
    [InlineData("' main' == 'main'", "false")]
    [InlineData("'10' < '9'", "true")]
    [InlineData("10 < '9'", "false")]
    [InlineData("'a' < 'B'", "true")]
    [InlineData("true > false", "true")]
    [InlineData("null < 1", "true")]
    [InlineData("null >= 0", "true")]
    [InlineData("github == github", "true")]
    [InlineData("github.event == null", "false")]
    [InlineData("fromJSON('[]') == fromJSON('[]')", "false")]
    [InlineData("fromJSON('[]') == 0", "false")]
    [InlineData("inputs.list < 5", "false")]
    // numbers of texts
    [InlineData("' 0x1F ' == 31", "true")]
    [InlineData("'0xffffffff' == -1", "true")]
    [InlineData("'0x100000000' == 4294967296", "false")]
    [InlineData("'0o17' == 15", "true")]
    [InlineData("'0o8' == 8", "false")]
    [InlineData("'1e3' == 1000", "true")]
    [InlineData("'1,000' == 1000", "false")]
    [InlineData("'0b1' == 1", "false")]
    [InlineData("'-Infinity' == -Infinity", "true")]
    // operators give operands
    [InlineData("'a' && 'b'", "\"b\"")]
    [InlineData("'' || null || 'x'", "\"x\"")]
    [InlineData("0 || ''", "\"\"")]
    [InlineData("NaN && 1", "NaN")]
    [InlineData("inputs.no && 'yes'", "\"yes\"")]
    [InlineData("!inputs.no", "false")]
    [InlineData("!inputs.list", "false")]
    [InlineData("!!''", "false")]
    [InlineData("1 || 2 && 0", "1")]
    [InlineData("1 < 2 == true", "true")]
    [InlineData("!1 == 2", "false")]
    [InlineData("3 > 2 > 1", "false")]
    // looking up
    [InlineData("github.event.issue.title", "\"It's\"")]
    [InlineData("GITHUB.Event['ISSUE'].number", "42")]
    [InlineData("github.nope.nope[0].*.x", "[]")]
    [InlineData("github.ref.length", "null")]
    [InlineData("inputs.list[0.9]", "1")]
    [InlineData("inputs.list['1'][true]", "3")]
    [InlineData("inputs.list[-1]", "null")]
    [InlineData("inputs.list.length", "null")]
    [InlineData("github.event.issue.labels.*.name", "[\n  \"bug\",\n  \"p1\"\n]")]
    [InlineData("github.event.issue.labels[0].*", "[\n  \"bug\"\n]")]
    [InlineData("inputs.objects.*.v", "[\n  1,\n  2\n]")]
    [InlineData("inputs.objects.*[0]", "[]")]
    [InlineData("github.event.issue.labels.*.name[0]", "[]")]
    [InlineData("fromJSON(toJSON(github.event.issue.labels.*.name))[0]", "\"bug\"")]
    // functions
    [InlineData("contains(github.ref, 'MAIN')", "true")]
    [InlineData("contains(github.event.issue.labels.*.name, 'BUG')", "true")]
    [InlineData("contains(github.event.issue.labels.*.name, 'bu')", "false")]
    [InlineData("contains(github, 'ref')", "false")]
    [InlineData("contains('', '')", "true")]
    [InlineData("contains(inputs.list, '1')", "true")]
    [InlineData("startsWith(github.ref, 'REFS/')", "true")]
    [InlineData("endsWith(github.ref, github)", "false")]
    [InlineData("format('{1}-{0}-{{{0}}}', 1, true)", "\"true-1-{1}\"")]
    [InlineData("format('{0:}', 1)", "\"1\"")]
    [InlineData("join(inputs.list, '+')", "\"1+Array+x\"")]
    [InlineData("join(github.event.issue.labels.*.name)", "\"bug,p1\"")]
    [InlineData("join(inputs.objects)", "\"\"")]
    [InlineData("toJSON(inputs.list)", "\"[\\n  1,\\n  [\\n    2,\\n    3\\n  ],\\n  \\\"x\\\"\\n]\"")]
    [InlineData("toJSON(1e21)", "\"1E+21\"")]
    [InlineData("format('{0}', 12345678901234567890)", "\"1.23456789012346E+19\"")]
    [InlineData("fromJSON('{\"a\":1,\"A\":2}').a", "2")]
    [InlineData("case(github.sha == 'abc', 'same', 'other')", "\"same\"")]
    [InlineData("success()", "true")]
    [InlineData("failure() || cancelled()", "false")]
    [InlineData("always()", "true")]
    [InlineData("success('build')", "true")]
    [InlineData("success('build', 'test')", "false")]
    [InlineData("failure('build', 'test')", "true")]
    [InlineData("success('nobody')", "false")]
    // whatever is not looked at is no error
    [InlineData("false && fromJSON('x')", "false")]
    [InlineData("case(true, 1, fromJSON('x'))", "1")]
    [InlineData("format('no', fromJSON('x'))", "\"no\"")]
    [InlineData("join('one', fromJSON('x'))", "\"one\"")]
    [InlineData("contains(github, fromJSON('x'))", "false")]
    [InlineData("null[fromJSON('x')]", null)]
    [InlineData("github.nope[fromJSON('x')]", "null")]
    // odd texts that are expressions
    [InlineData("", "null")]
    [InlineData("  ", "null")]
    [InlineData("'it''s'", "\"it's\"")]
    [InlineData("((((1))))", "1")]
    [InlineData("github\n . event\n [ 'issue' ] . number", "42")]
    [InlineData(".5", "0.5")]
    [InlineData("+1", "1")]
    [InlineData("contains ( 'ab' , 'a' )", "true")]
    [InlineData("JOIN(inputs.list[1])", "\"2,3\"")]
    public void An_expression_has_a_value(string text, string? expected)
    {
        var (value, error) = Sample.Evaluate(text, Sample.Contexts(Contexts));
        if (expected is null)
            error!.Message.ShouldStartWith("Unexpected symbol: '['");
        else
            (error?.Message ?? Sample.Show(value!)).ShouldBe(expected, text);
    }

    [Theory]
    [InlineData(JobStatus.Success, true, false, false)]
    [InlineData(JobStatus.Failure, false, true, false)]
    [InlineData(JobStatus.Cancelled, false, false, true)]
    [InlineData(JobStatus.Skipped, false, false, false)]
    public void The_status_functions_say_how_it_went(JobStatus status, bool success, bool failure, bool cancelled)
    {
        var context = new EvaluationContext(Sample.Contexts("{}")) { Status = status };
        Says("success()").ShouldBe(success);
        Says("failure()").ShouldBe(failure);
        Says("cancelled()").ShouldBe(cancelled);
        Says("always()").ShouldBeTrue();

        bool Says(string text) => Sample.Show(Sample.Evaluate(text, context).Value!) == "true";
    }

    [Fact]
    public void One_reading_serves_many_evaluations()
    {
        var expression = Sample.Read("github.event.issue.number || 'scheduled'", "github");
        Text("""{"github": {"event": {"issue": {"number": 7}}}}""").ShouldBe("7");
        Text("""{"github": {}}""").ShouldBe("\"scheduled\"");
        Text("{}").ShouldBe("\"scheduled\"");

        string Text(string contexts) =>
            Sample.Show(
                ((Evaluation.Evaluated)expression.Evaluate(new EvaluationContext(Sample.Contexts(contexts)))).Value
            );
    }
}
