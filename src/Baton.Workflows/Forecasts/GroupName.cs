using Baton.Workflows.Expressions;
using Baton.Workflows.Expressions.Partial;
using Baton.Workflows.Expressions.Syntax;
using Baton.Workflows.Expressions.Values;
using Baton.Workflows.Syntax;
using Baton.Workflows.Syntax.Checks;

namespace Baton.Workflows.Forecasts;

/// <summary>
/// The name of a group, which is a text that is neither empty nor too long; GitHub ends the run where it is:
/// https://github.com/actions/runner/blob/main/src/Sdk/WorkflowParser/Conversion/WorkflowTemplateConverter.cs
/// </summary>
internal static class GroupName
{
    public static Possibilities<SymbolicText> Of(Setting<string> group, IPartialContexts contexts) =>
        CaseWalk.Through(
            contexts.Ways,
            decisions =>
                group switch
                {
                    Setting<string>.Computed { Text: var text } => Accepted(
                        PartialEvaluation.Value(text, new PartialEvaluator(contexts, decisions)),
                        decisions
                    ),
                    Setting<string>.Written { Value: var written } => Accepted(
                        new PartialValue.Known(Value.Of(written)),
                        decisions
                    ),
                    _ => throw new System.Diagnostics.UnreachableException(group.GetType().Name),
                },
            name => name.Doubt
        );

    private static SymbolicText Accepted(PartialValue value, Decisions decisions)
    {
        var pieces = PartialText.PiecesOf(value);
        var name = new SymbolicText(pieces);
        if (name.Doubt is not null)
            return name;
        if (name.Pieces.OfType<TextPiece.Literal>().Sum(piece => piece.Text.Length) > ConcurrencyCheck.LongestGroup)
            throw Refused(ConcurrencyCheck.TooLong);
        var isFilled = name.Pieces.Any(piece => piece.IsFilled);
        return isFilled || (name.Fixed is null && decisions.Decide(new Atom.Counts(PartialText.Of(pieces))))
            ? name
            : throw Refused(ConcurrencyCheck.Empty);
    }

    private static RefusedException Refused(string message) =>
        new(new ExpressionError(ErrorKind.Evaluation, message, 0, 0));
}
