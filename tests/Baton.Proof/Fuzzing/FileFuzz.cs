using System.Text;
using Baton.Workflows.Expressions.Values;
using Baton.Workflows.Findings;
using Baton.Workflows.Forecasts;
using Baton.Workflows.Syntax;
using Baton.Workflows.Syntax.Calls;
using Baton.Workflows.Syntax.Outlines;
using Baton.Workflows.Yaml;

namespace Baton.Proof.Fuzzing;

/// <summary>Files: workflows, actions, issue templates, settings, and what is made of a workflow that was understood.</summary>
internal sealed class FileFuzz : IFuzzTarget
{
    private const string Sound = """
        name: CI
        on:
          push: {branches: [main, 'v*'], paths-ignore: ['**.md']}
          schedule: [{cron: '0 0 * * *'}]
          workflow_call: {inputs: {to: {type: string, default: x}}}
        concurrency:
          group: ${{ github.workflow }}-${{ github.ref || github.run_id }}
          cancel-in-progress: ${{ github.event_name == 'push' }}
        jobs:
          a:
            runs-on: ${{ matrix.os }}
            strategy:
              matrix:
                os: [x, &y z]
                include: [{os: x, more: 1}]
            concurrency: a-${{ matrix.os }}
            steps:
              - uses: actions/checkout@v4
                with: {ref: *y}
              - run: |
                  echo ${{ github.sha }}
                if: success() && github.actor != 'x'
          b:
            needs: a
            if: always()
            uses: ./.github/workflows/b.yml
            with: {to: '${{ needs.a.result }}'}
        """;

    private static readonly string[] Pieces =
    [
        .. "on jobs a b : - [ ] { } , | > ' \" # ~ ? ! & * % @ `".Split(' '),
        .. "steps run uses runs-on needs strategy matrix include exclude push pull_request schedule cron types branches paths".Split(
            ' '
        ),
        .. "concurrency group cancel-in-progress queue if env with name workflow_call workflow_dispatch inputs type default".Split(
            ' '
        ),
        .. new[]
        {
            ": ",
            "\n",
            "\n  ",
            "\n    ",
            "\n      ",
            "- ",
            "&x ",
            "*x",
            "!!int ",
            "!!str ",
            "|\n",
            ">-\n",
            "<<: *x",
            "${{ ",
            " }}",
            "github.ref",
            "${{ github.ref }}",
            "${{ fromJSON('[1]') }}",
            "true",
            "null",
            "1.5",
            "0x1F",
            "é",
            "\u2028",
            "\t",
            "\r\n",
            "'0 0 * * *'",
            "---\n",
            "...\n",
            "\ufeff",
            "\ud83d\ude00",
            "./.github/workflows/a.yml",
            "docker://x",
            "[a, b]",
            "{a: 1}",
        },
    ];

    public string Name => "files";

    public string Input(int seed)
    {
        var random = new Random(seed);
        var text = new StringBuilder(seed % 2 == 0 ? Sound : "");
        for (var changes = random.Next(seed % 2 == 0 ? 4 : 80); changes > 0; changes--)
            Change(text, random, seed % 2 == 0 ? random.Next(text.Length) : text.Length);
        // Now and then something comes again so often that it costs.
        if (random.Next(20) == 0)
            text.Insert(random.Next(text.Length + 1), Repeated(random));
        return text.ToString();
    }

    public bool Try(int seed)
    {
        var text = Input(seed);
        var bytes = Encoding.UTF8.GetBytes(text);
        if (seed % 7 == 0 && bytes.Length > 0)
            bytes[seed / 7 % bytes.Length] ^= 0x80;
        var reading = WorkflowReader.Read(bytes, "f.yml");
        Check(reading.Findings, text);
        Check(ActionReader.Read(bytes, "action.yml").Findings, text);
        Check(IssueTemplateReader.Read(bytes, "a.yml").Findings, text);
        Check(YamlReader.Read(bytes, "baton.yml").Findings, text);
        if (reading.Content is not { } workflow)
            return false;
        var linking = WorkflowLinker.Link(workflow, _ => workflow, CallRules.Standard with { Depth = 3 });
        _ = WorkflowOutline.Of(workflow, linking.Calls);
        foreach (var occasion in Occasion.Of(workflow).Take(3))
            Walk(Forecaster.Of(workflow, occasion, linking.Calls, Properties.None), 2);
        return !reading.HasErrors;
    }

    // A piece comes in, and sometimes in the place of what stands there.
    private static void Change(StringBuilder text, Random random, int at)
    {
        if (random.Next(2) == 0)
            text.Remove(at, Math.Min(random.Next(8), text.Length - at));
        text.Insert(at, Pieces[random.Next(Pieces.Length)]);
    }

    private static void Check(IReadOnlyList<Finding> findings, string text)
    {
        var lines = text.Count(letter => letter is '\n' or '\r' or '\u2028' or '\u0085' or '\u2029') + 2;
        foreach (var finding in findings)
        {
            Require.That(finding.Line >= 1 && finding.Line <= lines && finding.Column >= 1, $"{finding} is no place");
            Require.That(!finding.ToString().Contains('\n', StringComparison.Ordinal), "a finding has two lines");
        }
    }

    private static void Walk(WorkflowForecast forecast, int depth)
    {
        foreach (var form in forecast.Jobs.SelectMany(job => job.Forms).Take(8))
        {
            _ = form.Group?.Name.ToString();
            if (form.Called is { } called && depth > 0)
                Walk(called, depth - 1);
        }
    }

    private static string Repeated(Random random)
    {
        var piece = Pieces[random.Next(Pieces.Length)] + Pieces[random.Next(Pieces.Length)];
        return string.Concat(Enumerable.Repeat(piece, random.Next(20_000)));
    }
}
