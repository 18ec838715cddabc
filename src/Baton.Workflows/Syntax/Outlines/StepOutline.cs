using Baton.Workflows.Syntax.Steps;
using static Baton.Workflows.Syntax.Outlines.Outliner;

namespace Baton.Workflows.Syntax.Outlines;

/// <summary>A step as lines below each other.</summary>
internal static class StepOutline
{
    public static OutlinePart Of(Step step) =>
        new("step", step.Id?.AsText(), step.Name is { } name ? Text(name) : null, step.Node.Span)
        {
            Parts =
            [
                .. Condition(step.If),
                .. Kind(step),
                .. Value("continue-on-error", step.ContinueOnError),
                .. Value("timeout-minutes", step.TimeoutMinutes),
                .. Table("env", step.Environment),
                .. step.IsBackground
                    ? new[] { new OutlinePart("background", null, "true", step.Node["background"]!.Span) }
                    : [],
            ],
        };

    private static IEnumerable<OutlinePart> Kind(Step step) =>
        step switch
        {
            Step.Run run =>
            [
                .. Value("run", run.Command),
                .. Value("shell", run.Shell),
                .. Value("working-directory", run.WorkingDirectory),
            ],
            Step.Uses uses => [.. Value("uses", uses.Action), .. Table("with", uses.With)],
            Step.Wait wait => Values("wait", wait.Ids),
            Step.WaitAll all => [new("wait-all", null, all.IsOn ? "true" : "false", all.Node.Span)],
            Step.Cancel cancel => Value("cancel", cancel.Target),
            Step.Parallel parallel =>
            [
                new OutlinePart("parallel", null, null, parallel.Node.Span) { Parts = [.. parallel.Steps.Select(Of)] },
            ],
            _ => [],
        };
}
