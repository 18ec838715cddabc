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
