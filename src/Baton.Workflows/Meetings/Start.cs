using Baton.Workflows.Forecasts;
using Baton.Workflows.Syntax;

namespace Baton.Workflows.Meetings;

/// <summary>A workflow on one of the occasions that start it.</summary>
/// <param name="Workflow">The workflow.</param>
/// <param name="Occasion">What starts it.</param>
/// <param name="Forecast">What it does then.</param>
public sealed record Start(Workflow Workflow, Occasion Occasion, WorkflowForecast Forecast)
{
    /// <summary>The group of the run, or null.</summary>
    public GroupForecast? Group => Forecast.Group;

    /// <summary>Every group that is taken for it, with the job that takes it; null: the run itself.</summary>
    public IEnumerable<(JobForecast? Job, GroupForecast Group)> Groups()
    {
        if (Group is { } own)
            yield return (null, own);
        foreach (var job in Forecast.Jobs)
        {
            foreach (var form in job.Forms)
            {
                if (form.Group is { } group)
                    yield return (job, group);
            }
        }
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Workflow.File} on {Occasion}";
}
