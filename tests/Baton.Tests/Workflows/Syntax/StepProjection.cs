using System.Text.Json.Nodes;
using Baton.Workflows.Syntax.Steps;

namespace Baton.Tests.Workflows.Syntax;

/// <summary>Writes a step as the reference writes its own.</summary>
internal sealed class StepProjection(Projection values, StepIds ids)
{
    public JsonObject Write(Step step)
    {
        var written = new JsonObject { ["id"] = ids.Of(step) };
        Set(written, "name", values.Text(step.Name) ?? ControlName(step));
        if (step is Step.Run or Step.Uses)
            written["if"] = JobProjection.Condition(step.If);
        Set(written, "continue-on-error", values.Flag(step.ContinueOnError));
        Set(written, "timeout-minutes", values.Number(step.TimeoutMinutes));
        Set(written, "env", values.Table(step.Environment));
        if (step.IsBackground)
            written["background"] = true;
        Kind(written, step);
        return written;
    }

    private void Kind(JsonObject written, Step step)
    {
        switch (step)
        {
            case Step.Run run:
                written["run"] = values.Text(run.Command);
                Set(written, "working-directory", values.Text(run.WorkingDirectory));
                Set(written, "shell", values.Text(run.Shell));
                break;
            case Step.Uses uses:
                written["uses"] = values.Key(uses.Action);
                Set(written, "with", values.Table(uses.With));
                break;
            case Step.Wait wait:
                written["wait"] = new JsonArray([.. wait.Ids.Select(id => (JsonNode)id.Text)]);
                break;
            case Step.WaitAll all:
                written["wait-all"] = all.IsOn;
                break;
            case Step.Cancel cancel:
                written["cancel"] = cancel.Target.Text;
                break;
        }
    }

    private static string? ControlName(Step step) =>
        step switch
        {
            Step.Wait => "Wait",
            Step.WaitAll => "Wait for all",
            Step.Cancel => "Cancel",
            _ => null,
        };

    private static void Set(JsonObject written, string key, JsonNode? value)
    {
        if (value is not null)
            written[key] = value;
    }
}
