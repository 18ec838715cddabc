using Baton.Workflows.Syntax.Reading;
using Baton.Workflows.Yaml;

namespace Baton.Workflows.Syntax.Steps;

/// <summary>Reads steps, of jobs and of actions.</summary>
internal sealed class StepReader(SettingReader settings)
{
    public IReadOnlyList<Step> Steps(YamlNode? node) =>
        node is YamlSequence list ? [.. list.Items.Select(Step).OfType<Step>()] : [];

    private Step? Step(YamlNode node)
    {
        if (node is not YamlMapping step || Kind(step) is not { } kind)
            return null;
        return kind with
        {
            Id = SettingReader.Scalar(step["id"]),
            Name = settings.Text(step["name"]),
            ContinueOnError = settings.Flag(step["continue-on-error"]),
            If = settings.Condition(step["if"]),
            TimeoutMinutes = settings.Number(step["timeout-minutes"]),
            Environment = settings.Table(step["env"]),
            IsBackground = step["background"] is YamlScalar { IsTrue: true },
        };
    }

    private Step? Kind(YamlMapping step)
    {
        if (settings.Text(step["run"]) is { } command)
            return new Step.Run(step, command)
            {
                WorkingDirectory = settings.Text(step["working-directory"]),
                Shell = settings.Text(step["shell"]),
            };
        if (SettingReader.Scalar(step["uses"]) is { } action)
            return new Step.Uses(step, action) { With = settings.Table(step["with"]) };
        if (step["wait"] is { } wait)
            return new Step.Wait(step, SettingReader.Scalars(wait));
        if (step["wait-all"] is { } all)
            return new Step.WaitAll(step, all is not YamlScalar { Type: YamlType.Flag, IsTrue: false });
        if (SettingReader.Scalar(step["cancel"]) is { } target)
            return new Step.Cancel(step, target);
        return step["parallel"] is { } parallel ? new Step.Parallel(step, Steps(parallel)) : null;
    }
}
