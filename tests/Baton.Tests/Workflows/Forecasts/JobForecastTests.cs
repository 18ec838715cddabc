using Baton.Workflows.Expressions.Partial;
using Baton.Workflows.Expressions.Values;
using Baton.Workflows.Forecasts;
using Baton.Workflows.Syntax.Calls;

namespace Baton.Tests.Workflows.Forecasts;

/// <summary>Groups and conditions of jobs: matrices, called workflows, and the success() that nobody writes.</summary>
public sealed class JobForecastTests
{
    private const string Steps = "{runs-on: x, steps: [run: x]";

    [Theory]
    [InlineData("", "True where success()\nFalse where not success()")]
    [InlineData(", if: \"github.event_name == 'push'\"", "True where success()\nFalse where not success()")]
    [InlineData(", if: \"github.event_name == 'issues'\"", "False where always")]
    [InlineData(", if: always()", "True where always")]
    [InlineData(", if: \"always() && github.event_name == 'push'\"", "True where always")]
    [InlineData(
        ", if: \"success() || failure() || cancelled()\"",
        "True where success()\nTrue where not success() and failure()\nTrue where not success() and not failure() and cancelled()\nFalse where not success() and not failure() and not cancelled()"
    )]
    [InlineData(", if: failure()", "True where failure()\nFalse where not failure()")]
    [InlineData(
        ", if: \"success() || failure()\"",
        "True where success()\nTrue where not success() and failure()\nFalse where not success() and not failure()"
    )]
    [InlineData(", if: \"success() && failure()\"", "False where always")]
    [InlineData(", if: \"${{ github.event_name }} == 'issues'\"", "True where success()\nFalse where not success()")]
    [InlineData(
        ", if: \"github.ref == 'refs/heads/main'\"",
        "True where success() and {github.ref} is 'refs/heads/main'\nFalse where success() and {github.ref} is not 'refs/heads/main'\nFalse where not success()"
    )]
    public void When_a_job_runs(string condition, string runs) =>
        Foreseen.Lines(Foreseen.Jobs($"on: push\njobs:\n  a: {Steps}{condition}}}\n")[0].Runs).ShouldBe(runs);

    [Fact]
    public void Each_form_of_a_matrix_has_its_group()
    {
        var job = Foreseen.Jobs(
            $$$"""
            on: push
            jobs:
              a:
                runs-on: x
                strategy: {matrix: {os: [linux, mac], ref: ['${{ github.ref }}', b]}}
                concurrency: ${{ matrix.os }}-${{ matrix.ref }}-${{ strategy.job-index }}
                steps: [run: x]
            """
        )[0];
        job.Forms.Select(form => Foreseen.Lines(form.Group!.Name))
            .ShouldBe([
                "linux-{github.ref}-0 where always",
                "linux-b-1 where always",
                "mac-{github.ref}-2 where always",
                "mac-b-3 where always",
            ]);
    }

    [Theory]
    [InlineData("join(matrix.*, '-')", "linux-1;mac-1")]
    [InlineData("toJSON(matrix.ref)", "1;1")]
    [InlineData("matrix == matrix && 'x'", "x;x")]
    [InlineData("join(strategy.*, '-')", "can't say: the strategy is known one by one, not as a whole")]
    public void A_matrix_as_a_whole_is_that_of_the_form(string expression, string names)
    {
        var forms = Foreseen
            .Jobs(
                $"on: push\njobs:\n  a: {{runs-on: x, strategy: {{matrix: {{os: [linux, mac], ref: [1]}}}}, concurrency: \"${{{{ {expression} }}}}\", steps: [run: x]}}\n"
            )[0]
            .Forms.Select(form =>
                Foreseen.Lines(form.Group!.Name).Replace(" where always", "", StringComparison.Ordinal)
            )
            .ToList();
        string.Join(';', names.StartsWith("can't", StringComparison.Ordinal) ? forms.Distinct() : forms)
            .ShouldBe(names);
    }

    [Fact]
    public void A_matrix_with_expressions_as_a_whole_is_unknown() =>
        Foreseen
            .Jobs(
                "on: push\njobs:\n  a: {runs-on: x, strategy: {matrix: {os: [a, '${{ github.ref }}']}}, concurrency: \"${{ join(matrix.*) }}\", steps: [run: x]}\n"
            )[0]
            .Forms.Select(form => Foreseen.Lines(form.Group!.Name))
            .ShouldBe(["a where always", "can't say: the matrix has expressions in its lists"]);

    [Fact]
    public void Forms_that_are_alike_are_one()
    {
        var job = Foreseen.Jobs(
            "on: push\njobs:\n  a: {runs-on: x, strategy: {matrix: {os: [linux, mac]}}, concurrency: one, steps: [run: x]}\n"
        )[0];
        job.Forms.ShouldHaveSingleItem().Form.ShouldBeNull();
    }

    [Fact]
    public void A_matrix_that_an_expression_decides_is_unknown() =>
        Foreseen
            .Lines(
                Foreseen
                    .Jobs(
                        "on: push\njobs:\n  a: {runs-on: x, strategy: {matrix: '${{ fromJSON(vars.X) }}'}, concurrency: 'x-${{ matrix.os }}', steps: [run: x]}\n"
                    )[0]
                    .Forms[0]
                    .Group!.Name
            )
            .ShouldBe("can't say: the matrix is known only in the run");

    [Theory]
    [InlineData("", "False where always")]
    [InlineData(", cancel-in-progress: true", "True where always")]
    [InlineData(", cancel-in-progress: \"${{ github.event_name == 'push' }}\"", "True where always")]
    [InlineData(
        ", cancel-in-progress: \"${{ github.ref != 'refs/heads/main' }}\"",
        "False where {github.ref} is 'refs/heads/main'\nTrue where {github.ref} is not 'refs/heads/main'"
    )]
    [InlineData(", cancel-in-progress: \"${{ github.ref }}\"", "fails: Unexpected value '{github.ref}' where always")]
    [InlineData(", cancel-in-progress: \"${{ vars.X }}\"", "can't say: the variables of the repository are not known")]
    public void Whether_a_newer_run_cancels(string cancel, string cancels) =>
        Foreseen
            .Lines(
                Foreseen
                    .All($"on: push\nconcurrency: {{group: g{cancel}}}\njobs:\n  a: {Steps}}}\n")
                    .Group!.CancelsInProgress
            )
            .ShouldBe(cancels);

    [Fact]
    public void A_called_workflow_has_the_name_the_event_and_the_inputs_of_its_caller()
    {
        var caller = Foreseen.Workflow(
            """
            name: Caller
            on: {issues: {types: [opened]}}
            jobs:
              a:
                uses: ./.github/workflows/called.yml
                strategy: {matrix: {env: [test, prod]}}
                with:
                  text: ${{ matrix.env }}-${{ github.event.issue.number }}
            """
        );
        var called = Foreseen.Workflow(
            """
            name: Called
            on:
              workflow_call:
                inputs:
                  text: {type: string}
                  flag: {type: boolean}
                  other: {type: string, default: none}
            concurrency: ${{ github.workflow }}-${{ inputs.text }}-${{ inputs.flag }}-${{ inputs.other }}-${{ inputs.nothing }}
            jobs:
              b: {runs-on: x, if: inputs.flag, steps: [run: x]}
            """,
            ".github/workflows/called.yml"
        );
        var linking = WorkflowLinker.Link(caller, _ => called, CallRules.Standard);
        var job = Forecaster.Of(caller, Occasion.Of(caller)[0], linking.Calls, Properties.None).Jobs[0];
        job.Forms.Select(form => Foreseen.Lines(form.Called!.Group!.Name))
            .ShouldBe([
                "Caller-test-{issue.number}-false-none- where always",
                "Caller-prod-{issue.number}-false-none- where always",
            ]);
        Foreseen.Lines(job.Forms[0].Called!.Jobs[0].Runs).ShouldBe("False where always");
    }

    [Fact]
    public void A_called_workflow_has_needs_of_its_own()
    {
        var caller = Foreseen.Workflow(
            $"on: push\njobs:\n  a: {Steps}}}\n  c:\n    needs: a\n    uses: ./.github/workflows/called.yml\n    with: {{text: 'x-${{{{ needs.a.result }}}}'}}\n"
        );
        var called = Foreseen.Workflow(
            $"on: {{workflow_call: {{inputs: {{text: {{type: string}}}}}}}}\njobs:\n  a: {Steps}}}\n  b: {Steps}, needs: a, concurrency: \"${{{{ format('x-{{0}}', needs.a.result) == inputs.text && 'same' || 'other' }}}}\"}}\n",
            ".github/workflows/called.yml"
        );
        var linking = WorkflowLinker.Link(caller, _ => called, CallRules.Standard);
        var job = Forecaster.Of(caller, Occasion.Of(caller)[0], linking.Calls, Properties.None).Jobs[1];
        Foreseen
            .Lines(job.Forms[0].Called!.Jobs[1].Forms[0].Group!.Name)
            .ShouldBe(
                "same where 'x-{c/needs.a.result}' is 'x-{needs.a.result}'\nother where 'x-{c/needs.a.result}' is not 'x-{needs.a.result}'"
            );
    }

    [Theory]
    [InlineData("inputs.flag", "True where {inputs.flag} counts as true\nFalse where {inputs.flag} counts as false")]
    [InlineData("inputs.count", "can't say: of what kind {inputs.count} is, is known only in the run")]
    [InlineData("inputs.text", "fails: Unexpected value '{inputs.text}' where always")]
    [InlineData(
        "github.event.inputs.flag",
        "fails: Unexpected value '{github.event.inputs.flag}' where {github.event.inputs} is there and {github.event.inputs.flag} is there\nfails: Unexpected value '' where {github.event.inputs} is there and {github.event.inputs.flag} is not there\nfails: Unexpected value '' where {github.event.inputs} is not there"
    )]
    public void Only_a_truth_value_says_whether_a_newer_run_cancels(string expression, string cancels) =>
        Foreseen
            .Lines(
                Foreseen
                    .All(
                        $"on: {{workflow_dispatch: {{inputs: {{flag: {{type: boolean}}, count: {{type: number}}, text: {{type: string}}}}}}}}\nconcurrency: {{group: g, cancel-in-progress: \"${{{{ {expression} }}}}\"}}\njobs:\n  a: {Steps}}}\n"
                    )
                    .Group!.CancelsInProgress
            )
            .ShouldBe(cancels);

    [Theory]
    [InlineData("flag", "true", "true where always")]
    [InlineData("flag", "${{ github.event.issue.title }}", "fails: Unexpected value '{issue.title}' where always")]
    [InlineData("flag", "${{ 'true' }}", "fails: Unexpected value 'true' where always")]
    [InlineData("flag", "${{ vars.FLAG }}", "can't say: the variables of the repository are not known")]
    [InlineData(
        "flag",
        "${{ github.event.issue.title == 'x' }}",
        "true where {issue.title} is 'x'\nfalse where {issue.title} is not 'x'"
    )]
    [InlineData("count", "${{ github.event.issue.number }}", "{issue.number} where always")]
    [InlineData("count", "${{ github.event.issue.title }}", "fails: Unexpected value '{issue.title}' where always")]
    [InlineData("text", "${{ github.event.issue.number }}", "{issue.number} where always")]
    [InlineData("text", "${{ github.event.issue }}", "fails: Unexpected value '{issue}' where always")]
    public void An_input_of_a_called_workflow_takes_its_own_kind(string input, string given, string names)
    {
        var caller = Foreseen.Workflow(
            $"on: {{issues: {{types: [opened]}}}}\njobs:\n  a:\n    uses: ./.github/workflows/called.yml\n    with: {{{input}: \"{given}\"}}\n".Replace(
                "\"true\"",
                "true",
                StringComparison.Ordinal
            )
        );
        var called = Foreseen.Workflow(
            $"on: {{workflow_call: {{inputs: {{flag: {{type: boolean}}, count: {{type: number}}, text: {{type: string}}}}}}}}\nconcurrency: '${{{{ inputs.{input} }}}}'\njobs:\n  b: {Steps}}}\n",
            ".github/workflows/called.yml"
        );
        var linking = WorkflowLinker.Link(caller, _ => called, CallRules.Standard);
        var forecast = Forecaster.Of(caller, Occasion.Of(caller)[0], linking.Calls, Properties.None);
        Foreseen.Lines(forecast.Jobs[0].Forms[0].Called!.Group!.Name).ShouldBe(names);
    }

    // 16 jobs of 256 forms with four cases or more each.
    [Fact]
    public void What_nobody_waits_for_is_not_looked_through()
    {
        var numbers = string.Join(',', Enumerable.Range(0, 16));
        var fields = new[] { "private", "fork" };
        var group = string.Concat(fields.Select(field => $"-${{{{ github.event.repository.{field} }}}}"));
        var jobs = Enumerable
            .Range(0, 16)
            .Select(i =>
                $"  j{i}: {{runs-on: x, strategy: {{matrix: {{a: [{numbers}], b: [{numbers}]}}}}, concurrency: \"g-${{{{ matrix.a }}}}{group}\", steps: [run: x]}}\n"
            );
        var forms = Foreseen
            .Jobs($"on: {{issues: {{types: [opened]}}}}\njobs:\n{string.Concat(jobs)}")
            .SelectMany(job => job.Forms)
            .ToList();
        forms.Count.ShouldBe(16 * 256);
        forms[0].Group!.Name.ShouldBeOfType<Possibilities<SymbolicText>.Bounded>();
        Foreseen.Lines(forms[^1].Group!.Name).ShouldBe("can't say: there is too much to look through");
        forms.Sum(form => form.Group!.Name.All.Count).ShouldBeLessThan(10_001);
    }

    // 256 forms that call 256 forms each, which call as many.
    [Fact]
    public void Calls_of_calls_are_looked_into_up_to_a_thousand()
    {
        var numbers = string.Join(',', Enumerable.Range(0, 256));
        var text =
            $"on: [push, workflow_call]\nconcurrency: g\njobs:\n  a: {{uses: ./.github/workflows/x.yml, strategy: {{matrix: {{a: [{numbers}]}}}}, with: {{a: '${{{{ matrix.a }}}}'}}}}\n";
        var workflow = Foreseen.Workflow(text, ".github/workflows/x.yml");
        var linking = WorkflowLinker.Link(workflow, _ => workflow, CallRules.Standard);
        var forecast = Forecaster.Of(workflow, Occasion.Of(workflow)[0], linking.Calls, Properties.None);
        var (looked, unseen) = (0, 0);
        var next = new Stack<WorkflowForecast>([forecast]);
        while (next.TryPop(out var one))
        {
            if (one.Group!.Name is Possibilities<SymbolicText>.CantSay)
                unseen++;
            else
                looked++;
            foreach (var called in one.Jobs.SelectMany(job => job.Forms).Select(form => form.Called))
            {
                if (called is not null)
                    next.Push(called);
            }
        }

        looked.ShouldBeInRange(257, 1001);
        unseen.ShouldBeGreaterThan(0);
    }

    [Fact]
    public void What_somebody_knows_is_not_unknown()
    {
        var workflow = Foreseen.WithGroup("push", "ci-${{ vars.QUEUE }}");
        var given = new Properties([new("vars", new Value.Object(new Properties([new("QUEUE", Value.Of("q"))])))]);
        var group = Forecaster.Of(workflow, Occasion.Of(workflow)[0], [], given).Group!;
        Foreseen.Lines(group.Name).ShouldBe("ci-q where always");
    }

    [Fact]
    public void A_workflow_without_a_name_is_called_by_its_path() =>
        Foreseen
            .Lines(
                Foreseen
                    .All($"on: push\nconcurrency: '${{{{ github.workflow }}}}'\njobs:\n  a: {Steps}}}\n")
                    .Group!.Name
            )
            .ShouldBe(".github/workflows/ci.yml where always");

    [Fact]
    public void Occasions_are_the_default_activities_where_none_is_named() =>
        Occasion
            .Of(
                Foreseen.Workflow(
                    $"on: {{push: , pull_request: , issues: {{types: [opened, closed]}}}}\njobs:\n  a: {Steps}}}\n"
                )
            )
            .Select(occasion => occasion.ToString())
            .ShouldBe([
                "push",
                "pull_request opened",
                "pull_request synchronize",
                "pull_request reopened",
                "issues opened",
                "issues closed",
            ]);
}
