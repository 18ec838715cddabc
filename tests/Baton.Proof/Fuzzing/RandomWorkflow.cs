using Baton.Workflows.Forecasts;

namespace Baton.Proof.Fuzzing;

/// <summary>Files of workflows with random groups, conditions, matrices and calls.</summary>
internal sealed class RandomWorkflow(Random random, Occasion occasion)
{
    /// <summary>What starts them.</summary>
    public const string Triggers = """
        on:
          push:
          schedule: [{cron: '0 0 * * *'}]
          pull_request: {types: [opened, closed, labeled]}
          pull_request_review:
          issues: {types: [opened, labeled, transferred]}
          issue_comment: {types: [created]}
          create:
          release: {types: [published]}
          deployment_status:
          merge_group:
          workflow_run: {types: [completed]}
          repository_dispatch: {types: [go]}
          workflow_dispatch:
            inputs:
              text: {type: string}
              flag: {type: boolean}
              count: {type: number}
              choice: {type: choice, options: [a, b]}

        """;

    private const string OnCall = """
        on:
          workflow_call:
            inputs:
              text: {type: string, default: none}
              flag: {type: boolean}
              count: {type: number}

        """;

    private readonly RandomMatrix matrix = new(random, occasion);

    /// <summary>The workflow that is started; it calls <c>one.yml</c>.</summary>
    public string Started() => "name: CI\n" + Triggers + Body("one.yml");

    /// <summary>A workflow that is called.</summary>
    /// <param name="calls">The file that it calls in turn, or null.</param>
    public string Called(string? calls) => "name: Called\n" + OnCall + Body(calls);

    private string Body(string? calls) =>
        Concurrency(ExpressionPlace.OfWorkflow, "")
        + "jobs:\n  a: {runs-on: x, steps: [run: x]}\n"
        + Job("b", "runs-on: x\n    steps: [run: x]")
        + (calls is null ? "" : Job("c", $"uses: ./.github/workflows/{calls}\n    with: {{{With()}}}"));

    private string Job(string id, string rest) =>
        $"  {id}:\n    needs: a\n    {rest}\n"
        + (random.Next(2) == 0 ? "" : $"    if: {Quoted(Condition())}\n")
        + (HasMatrix(id) ? $"    strategy: {{matrix: {matrix.Text()}}}\n" : "")
        + Concurrency(ExpressionPlace.OfJob, "    ");

    // Forms of calls of forms soon are thousands.
    private bool HasMatrix(string id) => random.Next(3) < (id == "c" ? 1 : 2);

    private string Condition() => new RandomGroup(random, occasion, ExpressionPlace.OfCondition).Expression(2);

    private string Concurrency(ExpressionPlace place, string indent)
    {
        var group = new RandomGroup(random, occasion, place);
        return random.Next(4) switch
        {
            0 => "",
            1 => $"{indent}concurrency: {Quoted(group.Text())}\n",
            _ => $"{indent}concurrency: {{group: {Quoted(group.Text())}, cancel-in-progress: {Cancels(group)}}}\n",
        };
    }

    private string Cancels(RandomGroup group) =>
        random.Next(4) switch
        {
            0 => "true",
            1 => Quoted($"${{{{ {group.Expression(1)} }}}}"),
            2 => Quoted($"${{{{ {group.Expression(1)} == {group.Expression(0)} }}}}"),
            _ => Quoted("${{ inputs.flag || github.event.inputs.flag }}"),
        };

    private string With()
    {
        var given = new RandomGroup(random, occasion, ExpressionPlace.OfJob);
        (string Name, string Value)[] all =
        [
            ("text", Quoted(random.Next(3) == 0 ? "x-${{ needs.a.outputs.x }}" : given.Text())),
            (
                "flag",
                random.Next(2) == 0 ? "true" : Quoted($"${{{{ {given.Expression(0)} == {given.Expression(0)} }}}}")
            ),
            ("count", random.Next(2) == 0 ? "7" : Quoted("${{ github.event.issue.number || inputs.count || 1 }}")),
        ];
        return string.Join(", ", all.Where(_ => random.Next(3) > 0).Select(one => $"{one.Name}: {one.Value}"));
    }

    private static string Quoted(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";
}
