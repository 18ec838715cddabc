using Baton.Workflows.Expressions.Embedding;
using Baton.Workflows.Expressions.Functions;
using Baton.Workflows.Expressions.Partial;
using Baton.Workflows.Expressions.Syntax;
using Baton.Workflows.Syntax;
using Baton.Workflows.Syntax.Calls;
using Baton.Workflows.Syntax.Jobs;
using Baton.Workflows.Syntax.Matrices;
using Baton.Workflows.Syntax.Triggers;

namespace Baton.Workflows.Forecasts;

/// <summary>Looks ahead at a workflow where it is started or called.</summary>
/// <param name="workflow">The workflow.</param>
/// <param name="contexts">What is known there.</param>
/// <param name="calls">What its jobs call.</param>
internal sealed class WorkflowForesight(Workflow workflow, OccasionContexts contexts, IReadOnlyList<CalledJobs> calls)
{
    private static readonly string[] OfForms = ["matrix", "strategy"];
    private static readonly Function Success = FunctionTable.OfStatus.First(one => one.Name == "success");

    public WorkflowForecast Look() =>
        new(
            workflow,
            GroupForesight.Of(workflow.Concurrency, contexts),
            [.. workflow.Jobs.Select(job => new JobForecast(job, Runs(job.If), () => Forms(job)))]
        );

    private Possibilities<bool> Runs(Condition? condition) =>
        CaseWalk.Through(
            contexts.Ways,
            decisions =>
                (condition is { AsksStatus: true } || decisions.Decide(SuccessBefore))
                && (condition is null || Holds(condition.Text, new PartialEvaluator(contexts, decisions))),
            _ => null
        );

    private static Atom SuccessBefore { get; } = new Atom.Calls(new Node.Call(Success, 0, 0), []);

    private static bool Holds(ExpressionText text, PartialEvaluator evaluator) =>
        evaluator.Truth(PartialEvaluation.Value(text, evaluator));

    private IReadOnlyList<FormForecast> Forms(Job job)
    {
        var called = calls.FirstOrDefault(call => ReferenceEquals(call.Job, job));
        return HasNoMatrix(job) ? [Form(job, called, contexts.With("matrix", PartialValue.Null))]
            : !DependsOnForm(job) || Combinations(job) is not { Count: > 0 } forms ? [Form(job, called, contexts)]
            : called is not null && GivesForm(job) ? Each(forms, (form, known) => Form(job, called, known))
            : OfGroup(job, forms, called is null ? null : Called(called, contexts));
    }

    // The called workflow gets nothing of the matrix, so it is the same for all.
    private IReadOnlyList<FormForecast> OfGroup(Job job, IReadOnlyList<Combination> forms, WorkflowForecast? called) =>
        Each(forms, (form, known) => new FormForecast(form, GroupForesight.Of(job.Concurrency, known), called));

    private IReadOnlyList<FormForecast> Each(
        IReadOnlyList<Combination> forms,
        Func<Combination, OccasionContexts, FormForecast> look
    ) => [.. forms.Select((form, index) => look(form, OfForm(form, (index, forms.Count))) with { Form = form })];

    private static bool HasNoMatrix(Job job) =>
        job.Strategy is null or Setting<Strategy>.Written { Value.Matrix: null };

    // Null where an expression makes the matrix.
    private static IReadOnlyList<Combination>? Combinations(Job job) =>
        job.Strategy is Setting<Strategy>.Written { Value.Matrix: Setting<Matrix>.Written { Value: var matrix } }
            ? (MatrixExpander.Expand(matrix) as MatrixExpansion.Known)?.Combinations
            : null;

    private OccasionContexts OfForm(Combination form, (int Index, int Count) place) =>
        contexts
            .With("matrix", MatrixParts.Of(form, contexts))
            .With("strategy", StrategyParts.Of(contexts.Own("strategy"), place));

    private static FormForecast Form(Job job, CalledJobs? called, OccasionContexts known) =>
        new(null, GroupForesight.Of(job.Concurrency, known), called is null ? null : Called(called, known));

    private static WorkflowForecast Called(CalledJobs called, OccasionContexts known)
    {
        var call = called.Called.Triggers.OfType<Trigger.Call>().FirstOrDefault();
        var within = known.Within(called.Job);
        var inputs = call is null
            ? AbsentParts.Of(within.Own("inputs"))
            : CalledInputs.Of(called.Job, call, (known, within));
        var inside = within.With("inputs", inputs);
        return known.Called.Takes(1)
            ? new WorkflowForesight(called.Called, inside, called.Calls).Look()
            : Unseen(called.Called);
    }

    private static WorkflowForecast Unseen(Workflow workflow) =>
        new(
            workflow,
            Unseen(workflow.Concurrency),
            [
                .. workflow.Jobs.Select(job => new JobForecast(
                    job,
                    new Possibilities<bool>.CantSay(Budget.Spent),
                    () => [new FormForecast(null, Unseen(job.Concurrency), null)]
                )),
            ]
        );

    private static GroupForecast? Unseen(Concurrency? concurrency) =>
        concurrency?.Group is null
            ? null
            : new GroupForecast(
                concurrency,
                new Possibilities<SymbolicText>.CantSay(Budget.Spent),
                new Possibilities<bool>.CantSay(Budget.Spent),
                new Possibilities<SymbolicText>.CantSay(Budget.Spent)
            );

    private static bool DependsOnForm(Job job) =>
        ReadsForm(job.Concurrency?.Group)
        || ReadsForm(job.Concurrency?.CancelInProgress)
        || ReadsForm(job.Concurrency?.Queue)
        || GivesForm(job);

    private static bool GivesForm(Job job) =>
        job is Job.Call { With: var with }
        && with switch
        {
            Setting<IReadOnlyList<NamedSetting>>.Written written => written.Value.Any(one => ReadsForm(one.Value)),
            null => false,
            _ => true,
        };

    private static bool ReadsForm<T>(Setting<T>? setting) =>
        setting is Setting<T>.Computed { Text: var text }
        && text.Parts.OfType<EmbeddedPart.Embedded>().Any(part => part.Expression.Root is { } root && ReadsForm(root));

    private static bool ReadsForm(Node node) =>
        (node is Node.Context context && OfForms.Contains(context.Name, StringComparer.OrdinalIgnoreCase))
        || node.Parts.Any(ReadsForm);
}
