using System.Text;
using Baton.Workflows.Findings;
using Baton.Workflows.Syntax;

namespace Baton.Tests.Workflows.Syntax;

/// <summary>What is said about workflows that GitHub refuses, and where.</summary>
public sealed class WorkflowFindingsTests
{
    private const string Job = "\njobs:\n  a:\n    runs-on: x\n    steps: [{ run: y }]\n";

    [Theory]
    [InlineData("name: x", "1:1: a workflow must have the key on (say what starts it, as in on: push)")]
    [InlineData("on: push\njob: {}" + Job, "2:1: a workflow has no key \"job\" (did you mean jobs?)")]
    [InlineData("on: psuh" + Job, "1:5: on does not know \"psuh\" (did you mean push?)")]
    [InlineData("on: [push, 5]" + Job, "1:12: on does not know \"5\" (known: ")]
    [InlineData("on:\n  push:\n    branch: x" + Job, "3:5: push has no key \"branch\" (did you mean branches?)")]
    [InlineData("on:\n  issues:\n    types: [open]" + Job, "3:13: types does not know \"open\" (did you mean opened?)")]
    [InlineData(
        "on:\n  schedule:\n    cron: x" + Job,
        "3:5: schedule is a list, but here it is a mapping (write each as an item, with a - before it)"
    )]
    [InlineData(
        "on: push\npermissions: { content: read }" + Job,
        "2:16: permissions has no key \"content\" (did you mean contents?)"
    )]
    [InlineData("on: push\npermissions: { models: write }" + Job, "2:24: models does not know \"write\"")]
    [InlineData(
        "on: push\nenv: [A]" + Job,
        "2:6: env is a mapping, but here it is a list (write its keys without a - before them)"
    )]
    [InlineData(
        "on: push\nenv: { A: '${{ matrix.x }}' }" + Job,
        "2:16: unrecognized named-value: 'matrix' (the context matrix is not given here; known: github, "
    )]
    [InlineData("on: push\nname: ${{ github.ref }}" + Job, "2:7: name can't have an expression")]
    [InlineData(
        "on: push\nconcurrency: { cancel-in-progress: true }" + Job,
        "2:14: concurrency must have the key group"
    )]
    [InlineData(
        "on: push\nconcurrency: { group: x, cancel-in-progress: 'true' }" + Job,
        "2:46: cancel-in-progress is true or false or an expression, but here it is \"true\" (write it without the quotes)"
    )]
    [InlineData(
        "on: push\nconcurrency: { group: x, cancel-in-progress: yes }" + Job,
        "2:46: cancel-in-progress is true or false or an expression, but here it is \"yes\" (write true or false)"
    )]
    [InlineData(
        "on: push\nconcurrency: { group: x, queue: max, cancel-in-progress: true }" + Job,
        "2:33: queue: max can't stand beside cancel-in-progress: true"
    )]
    [InlineData("on: push\nconcurrency: ''" + Job, "2:14: the name of a group can't be empty (name it, as in ${{")]
    [InlineData(
        "on: push\njobs: { a: { runs-on: x } }",
        "2:9: the job \"a\" has no steps (add steps:, or uses: to call"
    )]
    [InlineData("true: push" + Job, "1:1: a workflow has no key \"true\" (did you mean on?)")]
    [InlineData("on: [{ push: { branches: [a] } }]" + Job, "1:6: on is ")]
    [InlineData(
        "on: push\njobs: { a: { runs-on: x, if: env.X, steps: [{ run: y }] } }",
        "2:30: unrecognized named-value: 'env' (the context env is not given here; known: github, "
    )]
    [InlineData("on: push\njobs: { a: { runs-on: x, if: not github.ref, steps: [{ run: y }] } }", "2:30: unr")]
    [InlineData(
        "on: push\njobs: { a: { runs-on: x, needs: b, steps: [{ run: y }] } }",
        "2:33: the job \"a\" needs \"b\", which is no job (the file has no other job: remove needs:)"
    )]
    [InlineData(
        "on: push\njobs: { a: { runs-on: x, needs: a, steps: [{ run: y }] } }",
        "2:33: the job \"a\" needs itself (remove it from needs:)"
    )]
    [InlineData("on: push\njobs: {}", "2:7: a workflow must have a job")]
    [InlineData("on: push\njobs:", "2:6: jobs is a mapping, but here it is nothing")]
    [InlineData("on: push\njobs: { 1a: { runs-on: x } }", "2:9: \"1a\" can't be an id")]
    [InlineData(
        "on: push\njobs: { __a: { runs-on: x } }",
        "2:9: \"__a\" can't be an id: those that start with __ are GitHub's own"
    )]
    [InlineData("on: push\njobs: { a: { steps: [] } }", "2:12: a job must have the key runs-on")]
    [InlineData(
        "on: push\njobs: { a: { name: x } }",
        "2:12: this job says neither where it runs nor what it calls (add runs-on: and steps:, or uses: to call a workflow)"
    )]
    [InlineData(
        "on: push\njobs: { a: { runs-on: x, uses: ./.github/workflows/b.yml } }",
        "2:26: \"uses\" can't stand here: this is a job, and the key is one of a job that calls a workflow"
    )]
    [InlineData("on: push\njobs: { a: { runs-on: x, if: github.ref = 'x' } }", "2:41: ")]
    [InlineData("on: push\njobs:\n  a:\n    runs-on: x\n    if: |\n      github.ref\n      == githb.ref\n", "7:10: ")]
    [InlineData("on: push\njobs:\n  a:\n    runs-on: x\n    if: >-\n      github.ref ==\n\n      githb.ref\n", "8:7: ")]
    [InlineData(
        "on: push\r\njobs:\r\n  a:\r\n    runs-on: x\r\n    name: >\r\n      a\r\n      ${{ githb.ref }}\r\n",
        "7:11: "
    )]
    [InlineData(
        "on: push\njobs:\n  a:\n    runs-on: x\n    steps:\n      - run: |\n          echo a\n            ${{ githb.ref }}\n",
        "8:17: "
    )]
    [InlineData(
        "on: push\njobs: { a: { runs-on: x, timeout-minutes: '5' } }",
        "2:43: timeout-minutes is a number or an expression, but here it is \"5\" (write it without the quotes)"
    )]
    [InlineData("on: push\njobs: { a: { runs-on: { group: x/y } } }", "2:32: \"x/y\" is no name of a runner group")]
    [InlineData("on: push\njobs: { a: { runs-on: x, needs: b } }", "2:33: the job \"a\" needs \"b\", which is no job")]
    [InlineData("on: push\njobs: { a: { uses: x } }", "2:20: \"x\" names no workflow")]
    [InlineData(
        "on: push\njobs: { a: { runs-on: x, strategy: { matrix: { os: [] } } } }",
        "2:52: the vector \"os\" of the matrix has no values"
    )]
    [InlineData(
        "on: push\njobs: { a: { runs-on: x, strategy: { matrix: { os: [1], exclude: [{ so: 1 }] } } } }",
        "2:69: the matrix has no vector \"so\" to exclude values of (did you mean os?)"
    )]
    [InlineData(
        "on: push\njobs: { a: { runs-on: x, container: { options: y } } }",
        "2:37: a container must have the key image"
    )]
    [InlineData(
        "on: push\njobs: { a: { runs-on: x, steps: [{ runn: y }] } }",
        "2:36: a step has no key \"runn\" (did you mean run?)"
    )]
    [InlineData(
        "on: push\njobs: { a: { runs-on: x, steps: [{ uses: actions/checkout }] } }",
        "2:42: \"actions/checkout\" names no action (name a version after it, as in actions/checkout@v1)"
    )]
    [InlineData(
        "on: push\njobs: { a: { runs-on: x, steps: [{ id: s, run: y }, { id: S, run: z }] } }",
        "2:59: the id \"S\" is another step's already, on line 2"
    )]
    [InlineData(
        "on: push\njobs: { a: { runs-on: x, steps: [{ cancel: s }] } }",
        "2:44: there is no step with the id \"s\""
    )]
    [InlineData(
        "on: push\njobs: { a: { runs-on: x, steps: [{ run: y, env: { A: 1, a: 2 } }] } }",
        "2:57: \"a\" is already here as \"A\", on line 2: case does not count"
    )]
    [InlineData("", "1:1: the file is empty")]
    [InlineData("- a", "1:1: the file is a mapping, but here it is a list")]
    public void A_mistake_is_told_with_its_place_and_what_to_do(string text, string expected)
    {
        var findings = WorkflowReader.Read(Encoding.UTF8.GetBytes(text), "f.yml").Findings;
        findings.ShouldContain(
            finding => finding.ToString().StartsWith($"f.yml:{expected}", StringComparison.Ordinal),
            string.Join('\n', findings)
        );
        findings[0].Severity.ShouldBe(Severity.Error);
    }

    [Theory]
    [InlineData(
        "on:\n  merge_group:\n    paths: [x]" + Job,
        "3:5: merge_group has no key \"paths\", and GitHub passes over it"
    )]
    [InlineData(
        "on:\n  workflow_dispatch:\n    unknown: x" + Job,
        "3:5: workflow_dispatch has no key \"unknown\", and GitHub passes over it"
    )]
    public void What_GitHub_passes_over_is_a_warning(string text, string expected)
    {
        var reading = WorkflowReader.Read(Encoding.UTF8.GetBytes(text), "f.yml");
        reading.HasErrors.ShouldBeFalse();
        reading.Findings.ShouldHaveSingleItem().ToString().ShouldStartWith($"f.yml:{expected}");
    }

    [Theory]
    [InlineData(
        "on: push\n name: x\njobs: {}",
        "2:6: this is not YAML: this \": \" makes a key inside of a text (has a key above no"
    )]
    [InlineData("on: push\nname x\njobs: {}", "(is there no colon with a space behind it after the key?)")]
    [InlineData(
        " on: push\njobs: {}",
        "2:1: this is not YAML: the file goes on after its end (is a line above this one indented too far?)"
    )]
    [InlineData("on: push\njobs:\n\ta: {}", "3:1: this is not YAML: a tab can't indent (indent with spaces)")]
    [InlineData(
        "on: push\npermissions:\n  contents:read" + Job,
        "3:3: permissions does not know \"contents:read\" (is a space missing after the colon? contents: …)"
    )]
    [InlineData(
        "on: push\ndefaults:\n  jobs: {}" + Job,
        "3:3: defaults has no key \"jobs\" (jobs is a key of a workflow: is it indented as it should be?)"
    )]
    [InlineData(
        "on: push\njobs:\n  a:\n  runs-on: x\n",
        "3:5: the job \"a\" is a mapping, but here it is nothing (write something below it, indented further, or remove it)"
    )]
    [InlineData(
        "on: push\njobs: { a: { runs-on: x, steps: [{ uses: a/b@c, run: y }] } }",
        "(a step runs a command or uses an action: make two of it, each with a - before it)"
    )]
    [InlineData(
        "on: push\nconcurrency: {group: ${{ github.ref }}}" + Job,
        "(put the expression between quotes, as in '${{"
    )]
    [InlineData(
        "on: push\nconcurrency:\n  group: {{ github.ref }}" + Job,
        "(if it is an expression, it starts with ${{)"
    )]
    [InlineData("on:\n  push:\n    branches: [*]" + Job, "(put a text that starts with * between quotes, as in '*')")]
    [InlineData("on: push\nname: 'it's CI'" + Job, "(between single quotes a ' is written twice, as in 'it''s')")]
    public void A_slip_of_the_hand_is_told_as_what_it_most_likely_was(string text, string expected) =>
        WorkflowReader
            .Read(Encoding.UTF8.GetBytes(text), "f.yml")
            .Findings.ShouldContain(
                finding => finding.ToString().Contains(expected, StringComparison.Ordinal),
                expected
            );

    [Fact]
    public void A_mistake_that_aliases_lead_to_is_told_once() =>
        WorkflowReader
            .Read("on: push\njobs:\n  a: &a { runs-on: x, stepss: [] }\n  b: *a\n  c: *a\n"u8, "f.yml")
            .Findings.ShouldHaveSingleItem()
            .Line.ShouldBe(3);

    [Theory]
    [InlineData("if: success('a')", "steps: [{ run: x }]", 0)]
    [InlineData("if: always()", "steps: [{ if: success('a'), run: x }]", 1)]
    public void Only_the_condition_of_a_job_may_name_jobs(string job, string steps, int errors) =>
        WorkflowReader
            .Read(Encoding.UTF8.GetBytes($"on: push\njobs:\n  a:\n    runs-on: x\n    {job}\n    {steps}\n"), "f.yml")
            .Findings.Count.ShouldBe(errors);

    [Fact]
    public void A_key_that_is_only_misspelt_is_not_also_missing() =>
        WorkflowReader
            .Read("on: push\njobs: { a: { rusn-on: x, steps: [] } }"u8, "f.yml")
            .Findings.ShouldHaveSingleItem()
            .Hint.ShouldBe("did you mean runs-on?");

    [Fact]
    public void All_mistakes_of_a_file_are_told_in_its_order() =>
        WorkflowReader
            .Read("on: x\nenvv: 1\njobs: { a: { steps: [{ uses: b }, { rum: c }] } }"u8, "f.yml")
            .Findings.Select(finding => finding.Line)
            .ShouldBe([1, 2, 3, 3, 3]);

    [Fact]
    public void An_error_in_an_expression_is_told_where_it_stands_in_the_file()
    {
        var text =
            "on: push\njobs:\n  a:\n    runs-on: x\n    steps:\n      - run: |\n          echo\n          echo ${{ githb.ref }}\n";
        var finding = WorkflowReader.Read(Encoding.UTF8.GetBytes(text), "f.yml").Findings.ShouldHaveSingleItem();
        (finding.Line, finding.Column, finding.Length).ShouldBe((8, 20, 5));
        finding.Hint.ShouldBe("did you mean github?");
    }

    [Fact]
    public void Jobs_that_need_each_other_are_named()
    {
        var text =
            "on: push\njobs:\n  s: { runs-on: x }\n  a: { runs-on: x, needs: [s, b] }\n  b: { runs-on: x, needs: a }\n  c: { runs-on: x, needs: b }\n";
        WorkflowReader
            .Read(Encoding.UTF8.GetBytes(text), "f.yml")
            .Findings.Select(finding => (finding.Line, finding.Message))
            .ShouldBe([
                (4, "the job \"a\" needs \"b\", which itself needs it: neither can start"),
                (5, "the job \"b\" needs \"a\", which itself needs it: neither can start"),
            ]);
    }

    [Theory]
    [InlineData("concurrency: deploy", "concurrency: Deploy", true)]
    [InlineData("concurrency: { group: '${{ github.ref }}' }", "concurrency: ${{ github.ref }}", true)]
    [InlineData("concurrency: deploy", "concurrency: other", false)]
    [InlineData("concurrency: ${{ inputs.x }}", "concurrency: ${{ inputs.x }}", false)]
    [InlineData("concurrency: ${{ github.job }}", "concurrency: ${{ github.job }}", false)]
    public void A_group_that_workflow_and_job_both_take_is_a_deadlock(string workflow, string job, bool expected)
    {
        var text = $"on: push\n{workflow}\njobs:\n  a:\n    runs-on: x\n    {job}\n    steps: [{{ run: y }}]\n";
        var findings = WorkflowReader.Read(Encoding.UTF8.GetBytes(text), "f.yml").Findings;
        findings.Select(finding => finding.Line).ShouldBe(expected ? [2, 6] : []);
        findings.ShouldAllBe(finding => finding.Message.Contains("deadlock") && finding.Severity == Severity.Warning);
    }
}
