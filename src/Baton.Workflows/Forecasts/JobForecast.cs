using Baton.Workflows.Expressions.Partial;
using Baton.Workflows.Syntax.Jobs;

namespace Baton.Workflows.Forecasts;

/// <summary>What becomes of a job, for one occasion.</summary>
public sealed class JobForecast
{
    private readonly Lazy<IReadOnlyList<FormForecast>> forms;

    internal JobForecast(Job job, Possibilities<bool> runs, Func<IReadOnlyList<FormForecast>> forms) =>
        (Job, Runs, this.forms) = (job, runs, new Lazy<IReadOnlyList<FormForecast>>(forms));

    /// <summary>The job.</summary>
    public Job Job { get; }

    /// <summary>
    /// Whether its condition lets it run, with the <c>success()</c> that GitHub puts before a condition that doesn't ask
    /// for the status. It is asked once for all forms.
    /// </summary>
    public Possibilities<bool> Runs { get; }

    /// <summary>Its forms; one where all are alike. They are made at the first asking.</summary>
    public IReadOnlyList<FormForecast> Forms => forms.Value;
}
