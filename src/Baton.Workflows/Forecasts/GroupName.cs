using Baton.Workflows.Expressions;
using Baton.Workflows.Expressions.Partial;
using Baton.Workflows.Expressions.Syntax;
using Baton.Workflows.Expressions.Values;
using Baton.Workflows.Syntax;
using Baton.Workflows.Syntax.Checks;
using Baton.Workflows.Yaml;

namespace Baton.Workflows.Forecasts;

/// <summary>
/// The name of a group, which is a text that is neither empty nor too long; GitHub ends the run where it is:
/// https://github.com/actions/runner/blob/main/src/Sdk/WorkflowParser/Conversion/WorkflowTemplateConverter.cs
/// </summary>
internal static class GroupName
{
    /// <param name="group">The name, as the file has it.</param>
    /// <param name="whole">Where all that the file says of the group stands.</param>
    /// <param name="contexts">What is known.</param>
    public static Possibilities<SymbolicText> Of(Setting<string> group, YamlNode whole, IPartialContexts contexts) =>
        CaseWalk.Through(
            contexts.Ways,
            decisions =>
                group switch
                {
                    Setting<string>.Computed { Text: var text } => Accepted(
                        Named(
                            PartialEvaluation.Value(text, new PartialEvaluator(contexts, decisions)),
                            ReferenceEquals(group.Node, whole)
                        ),
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

    // Where an expression is all that the file says, an object is read as the keys that could stand there.
    private static PartialValue Named(PartialValue value, bool isWhole) =>
        isWhole && value is PartialValue.Known { Value: Value.Object }
            ? throw new UntellableException("an expression makes more of the group than its name")
            : Kinds.Single(value);

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
