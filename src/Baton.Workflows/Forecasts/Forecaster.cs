using Baton.Workflows.Expressions.Embedding;
using Baton.Workflows.Expressions.Partial;
using Baton.Workflows.Expressions.Values;
using Baton.Workflows.Syntax;
using Baton.Workflows.Syntax.Calls;

namespace Baton.Workflows.Forecasts;

/// <summary>
/// Says before any run what a workflow does on an occasion: which groups it and its jobs take, and when its jobs run. Who
/// compares two workflows takes the forecasts of both, pairs the cases whose guards can be true together, and looks
/// whether their texts can be equal: two texts of literals alone are, or never are; two with the same symbols of the
/// event are where the runs concern the same thing; a symbol of the run, such as <c>github.run_id</c>, never is.
/// </summary>
public static class Forecaster
{
    /// <summary>What a workflow does.</summary>
    /// <param name="workflow">The workflow that is started.</param>
    /// <param name="occasion">What starts it; one of <see cref="Occasion.Of(Workflow)"/>.</param>
    /// <param name="calls">What its jobs call, as <see cref="WorkflowLinker"/> finds it; none: called files are not looked into.</param>
    /// <param name="given">Contexts that somebody knows, such as <c>vars</c>, by name.</param>
    public static WorkflowForecast Of(
        Workflow workflow,
        Occasion occasion,
        IReadOnlyList<CalledJobs> calls,
        Properties given
    )
    {
        ArgumentNullException.ThrowIfNull(workflow);
        ArgumentNullException.ThrowIfNull(occasion);
        ArgumentNullException.ThrowIfNull(calls);
        ArgumentNullException.ThrowIfNull(given);
        return new WorkflowForesight(workflow, OccasionContexts.Of(workflow, occasion, given), calls).Look();
    }

    /// <summary>The group that a workflow takes on an occasion, or null where it takes none.</summary>
    public static GroupForecast? ConcurrencyOf(Workflow workflow, Occasion occasion)
    {
        ArgumentNullException.ThrowIfNull(workflow);
        ArgumentNullException.ThrowIfNull(occasion);
        return GroupForesight.Of(workflow.Concurrency, OccasionContexts.Of(workflow, occasion, Properties.None));
    }

    /// <summary>What a text with expressions in it becomes on an occasion, where the contexts of a workflow's own keys are there.</summary>
    public static Possibilities<SymbolicText> TextOf(
        ExpressionText text,
        Workflow workflow,
        Occasion occasion,
        Properties given
    )
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(workflow);
        ArgumentNullException.ThrowIfNull(occasion);
        ArgumentNullException.ThrowIfNull(given);
        return PartialEvaluation.Texts(text, OccasionContexts.Of(workflow, occasion, given));
    }

    /// <summary>Whether what a text with expressions in it becomes on an occasion counts as true.</summary>
    public static Possibilities<bool> TruthOf(
        ExpressionText text,
        Workflow workflow,
        Occasion occasion,
        Properties given
    )
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(workflow);
        ArgumentNullException.ThrowIfNull(occasion);
        ArgumentNullException.ThrowIfNull(given);
        return PartialEvaluation.Truths(text, OccasionContexts.Of(workflow, occasion, given));
    }
}
