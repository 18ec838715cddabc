using Baton.Workflows.Expressions.Embedding;
using Baton.Workflows.Expressions.Partial;
using Baton.Workflows.Expressions.Values;
using Baton.Workflows.Syntax;

namespace Baton.Workflows.Forecasts;

/// <summary>What is known of a group before there is a run.</summary>
internal static class GroupForesight
{
    public static GroupForecast? Of(Concurrency? concurrency, IPartialContexts contexts) =>
        concurrency?.Group is { } group
            ? new GroupForecast(
                concurrency,
                GroupName.Of(group, concurrency.Node, contexts),
                Flag(concurrency.CancelInProgress, contexts),
                concurrency.Queue is { } queue ? Text(queue, contexts) : Exact(Fixed("single"))
            )
            : null;

    private static Possibilities<SymbolicText> Text(Setting<string> setting, IPartialContexts contexts) =>
        setting switch
        {
            Setting<string>.Written written => Exact(Fixed(written.Value)),
            Setting<string>.Computed computed => PartialEvaluation.Texts(computed.Text, contexts),
            _ => throw new System.Diagnostics.UnreachableException(setting.GetType().Name),
        };

    private static Possibilities<bool> Flag(Setting<bool>? setting, IPartialContexts contexts) =>
        setting switch
        {
            Setting<bool>.Written written => Exact(written.Value),
            Setting<bool>.Computed { Text: var text } => CaseWalk.Through(
                contexts.Ways,
                decisions => Flag(text, new PartialEvaluator(contexts, decisions)),
                _ => null
            ),
            _ => Exact(value: false),
        };

    private static bool Flag(ExpressionText text, PartialEvaluator evaluator) =>
        Coercion.ToTruth(Kinds.Truth(PartialEvaluation.Value(text, evaluator)).Value);

    private static SymbolicText Fixed(string text) => new([new TextPiece.Literal(text)]);

    private static Possibilities<T>.Exact Exact<T>(T value) => new(new Outcome<T>.Gives(value));
}
