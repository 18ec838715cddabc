namespace Baton.Tests.Workflows.Forecasts;

/// <summary>Groups that people write, and what becomes of them: worked out by hand from GitHub's pages.</summary>
public sealed class GroupTableTests
{
    [Theory]
    [InlineData("push", "deploy", "deploy where always")]
    [InlineData("push", "${{ github.workflow }}-${{ github.ref }}", "CI-{github.ref} where always")]
    [InlineData("{schedule: [{cron: '0 0 * * *'}]}", "ci-${{ github.event.issue.number }}", "ci- where always")]
    [InlineData(
        "{schedule: [{cron: '0 0 * * *'}]}",
        "x-${{ github.event.issue.number || 'scheduled' }}",
        "x-scheduled where always"
    )]
    [InlineData(
        "{issues: {types: [opened]}}",
        "x-${{ github.event.issue.number || 'scheduled' }}",
        "x-{issue.number} where always"
    )]
    [InlineData(
        "{issues: {types: [opened]}}",
        "${{ github.workflow }}-${{ github.ref }}",
        "CI-refs/heads/{repository.default_branch} where always"
    )]
    [InlineData(
        "{pull_request: {types: [synchronize]}}",
        "${{ github.ref }}",
        "refs/pull/{pull_request.number}/merge where always"
    )]
    [InlineData(
        "{pull_request: {types: [opened]}}",
        "${{ github.head_ref || github.run_id }}",
        "{pull_request.head.ref} where always"
    )]
    [InlineData("push", "${{ github.head_ref || github.run_id }}", "{github.run_id} where always")]
    [InlineData("{pull_request: {types: [opened]}}", "pr-${{ github.event.number }}", "pr-{number} where always")]
    [InlineData(
        "{pull_request: {types: [opened]}}",
        "${{ github.event_name == 'pull_request' && github.event.number || github.sha }}",
        "{number} where always"
    )]
    [InlineData(
        "push",
        "${{ github.event_name == 'pull_request' && github.event.number || github.sha }}",
        "{github.sha} where always"
    )]
    [InlineData(
        "{workflow_dispatch: {inputs: {env: {type: string}}}}",
        "deploy-${{ inputs.env }}",
        "deploy-{inputs.env} where always"
    )]
    [InlineData(
        "{issues: {types: [opened]}}",
        "${{ github.triggering_actor }}-${{ github.actor }}",
        "{github.triggering_actor}-{sender.login} where always"
    )]
    [InlineData("{repository_dispatch: {types: ['deploy*']}}", "${{ github.event.action }}", "{action} where always")]
    [InlineData("{repository_dispatch: {types: [deploy]}}", "${{ github.event.action }}", "deploy where always")]
    [InlineData(
        "{issues: {types: [opened]}}",
        "${{ github.event.issue }}",
        "fails: Unexpected value '{issue}' where always"
    )]
    [InlineData("push", "${{ fromJSON('[1]') }}", "fails: Unexpected value 'Array' where always")]
    [InlineData("push", "x${{ github.event.commits.size }}", "x where always")]
    [InlineData("push", "deploy-${{ inputs.env }}", "deploy- where always")]
    [InlineData("push", "deploy-${{ inputs.env || 'prod' }}", "deploy-prod where always")]
    [InlineData(
        "{issues: {types: [labeled]}}",
        "${{ github.event.action }}-${{ github.event_name }}",
        "labeled-issues where always"
    )]
    [InlineData("push", "${{ format('{0}-{1}', github.workflow, github.run_id) }}", "CI-{github.run_id} where always")]
    [InlineData("{release: {types: [published]}}", "${{ github.ref }}", "refs/tags/{release.tag_name} where always")]
    [InlineData("push", "${{ github.workflow }}-${{ github.even.number }}", "CI- where always")]
    [InlineData(
        "{issue_comment: {types: [created]}}",
        "${{ startsWith(github.ref, 'refs/pull/') && 'pr' || 'main' }}",
        "main where always"
    )]
    public void A_group_that_is_the_same_for_every_run_of_an_event(string on, string group, string names) =>
        Foreseen.Group(on, group).ShouldBe(names);

    [Theory]
    [InlineData(
        "push",
        "deploy-${{ github.ref == 'refs/heads/main' && 'prod' || github.run_id }}",
        "deploy-prod where {github.ref} is 'refs/heads/main'\ndeploy-{github.run_id} where {github.ref} is not 'refs/heads/main'"
    )]
    [InlineData(
        "{issue_comment: {types: [created]}}",
        "${{ github.event.issue.pull_request && 'pr' || 'issue' }}-${{ github.event.issue.number }}",
        "pr-{issue.number} where {issue.pull_request} is there\nissue-{issue.number} where {issue.pull_request} is not there"
    )]
    [InlineData(
        "{pull_request: {types: [closed]}}",
        "${{ github.ref }}",
        "refs/heads/{pull_request.base.ref} where {pull_request.merged} counts as true\nrefs/pull/{pull_request.number}/merge where {pull_request.merged} counts as false"
    )]
    [InlineData(
        "{workflow_dispatch: {inputs: {dry: {type: boolean}}}}",
        "${{ inputs.dry && github.run_id || 'deploy' }}",
        "{github.run_id} where {inputs.dry} counts as true\ndeploy where {inputs.dry} counts as false"
    )]
    [InlineData(
        "push",
        "${{ fromJSON('{\"main\": \"prod\", \"dev\": \"test\"}')[github.ref_name] || 'none' }}",
        "prod where {github.ref_name} is 'main'\ntest where {github.ref_name} is not 'main' and {github.ref_name} is 'dev'\nnone where {github.ref_name} is not 'main' and {github.ref_name} is not 'dev'"
    )]
    [InlineData(
        "push",
        "${{ vars.QUEUE && 'a' || 'b' }}",
        "a where {vars.QUEUE} counts as true\nb where {vars.QUEUE} counts as false"
    )]
    public void A_group_with_several_names(string on, string group, string names) =>
        Foreseen.Group(on, group).ShouldBe(names);

    [Theory]
    [InlineData("push", "ci-${{ vars.QUEUE }}", "can't say: the variables of the repository are not known")]
    [InlineData("workflow_call", "ci-${{ inputs.env }}", "can't say: the calling job gives the inputs")]
    [InlineData(
        "workflow_call",
        "ci-${{ github.ref }}",
        "can't say: a called workflow has the github context of the run that calls it"
    )]
    [InlineData("push", "ci-${{ github.job }}", "can't say: only a runner knows it")]
    [InlineData(
        "push",
        "ci-${{ fromJSON(github.ref_name).x }}",
        "can't say: fromJSON reads a text that is known only in the run"
    )]
    public void A_group_of_which_nobody_can_say(string on, string group, string names) =>
        Foreseen.Group(on, group).ShouldBe(names);

    [Fact]
    public void An_expression_that_always_fails_says_so() =>
        Foreseen.Group("push", "${{ fromJSON('{') }}").ShouldStartWith("fails: Error parsing fromJson");

    [Theory]
    [InlineData("push", "${{ github.event.issue.number }}", "fails: the name of a group can't be empty where always")]
    [InlineData(
        "{workflow_dispatch: {inputs: {env: {type: string}}}}",
        "${{ inputs.env }}",
        "{inputs.env} where {inputs.env} is not empty\nfails: the name of a group can't be empty where {inputs.env} is empty"
    )]
    [InlineData(
        "push",
        "${{ vars.A == 'x' && 'a' || '' }}",
        "a where {vars.A} is 'x'\nfails: the name of a group can't be empty where {vars.A} is not 'x'"
    )]
    public void A_group_without_a_name_ends_the_run(string on, string group, string names) =>
        Foreseen.Group(on, group).ShouldBe(names);

    [Fact]
    public void A_group_whose_name_is_too_long_ends_the_run() =>
        Foreseen
            .Group("push", new string('x', 201) + "${{ github.ref }}" + new string('x', 200))
            .ShouldBe("fails: the name of a group has at most 400 characters where always");

    // With dots alone client_payload['a.b'] and client_payload.a.b would be one question.
    [Fact]
    public void A_field_with_a_dot_in_its_name_is_no_way_of_two() =>
        Foreseen
            .Group(
                "repository_dispatch",
                "x${{ github.event.client_payload['a.b'] == 'x' && github.event.client_payload.a.b != 'x' && 'y' || 'n' }}"
            )
            .ShouldContain("xy where {client_payload} is there and {client_payload['a.b']} is there");

    [Fact]
    public void Ways_that_come_to_the_same_are_one() =>
        Foreseen.Group("push", "${{ startsWith(github.ref, 'refs/tags/') && 'x' || 'x' }}").ShouldBe("x where always");

    [Fact]
    public void What_a_text_is_answers_what_else_it_could_be() =>
        Foreseen
            .Group(
                "push",
                "${{ github.ref_name == 'main' && (github.ref_name == 'dev' && 'both' || startsWith(github.ref_name, 'M') && 'main') || 'x' }}"
            )
            .ShouldBe("main where {github.ref_name} is 'main'\nx where {github.ref_name} is not 'main'");

    // The one is the text 'false', which counts as true, where the other is false.
    [Fact]
    public void An_input_and_what_the_event_says_of_it_are_two_things() =>
        Foreseen
            .Group(
                "{workflow_dispatch: {inputs: {dry: {type: boolean}}}}",
                "${{ inputs.dry && 'a' || 'b' }}-${{ github.event.inputs.dry }}"
            )
            .ShouldContain(
                "b-{github.event.inputs.dry} where {inputs.dry} counts as false and {github.event.inputs} is there"
            );

    [Fact]
    public void More_cases_than_somebody_takes_in_are_not_listed() =>
        Foreseen
            .Group("push", string.Concat(Enumerable.Range(0, 8).Select(i => $"${{{{ vars.V{i} && 'a' || 'b' }}}}")))
            .ShouldBe("can't say: there are more than 64 cases");
}
