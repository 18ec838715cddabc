using System.Text;
using Baton.Workflows.Expressions.Functions;
using Baton.Workflows.Expressions.Syntax;
using Baton.Workflows.Expressions.Values;

namespace Baton.Workflows.Expressions.Embedding;

/// <summary>
/// A text of a workflow file with <c>${{ … }}</c> in it. Where one expression is the whole text its value stays what it
/// is, an array or a number; else all become text. GitHub makes a call of <c>format</c> of the second, which sets its
/// limits:
/// https://github.com/actions/runner/blob/main/src/Sdk/WorkflowParser/ObjectTemplating/TemplateReader.cs
/// </summary>
public sealed class ExpressionText
{
    /// <summary>What opens an expression.</summary>
    public const string Opening = "${{";

    private readonly string text;

    internal ExpressionText(string text, IReadOnlyList<EmbeddedPart> parts) => (this.text, Parts) = (text, parts);

    /// <summary>Its pieces, in order; none where the text is empty.</summary>
    public IReadOnlyList<EmbeddedPart> Parts { get; }

    /// <summary>Whether there is no expression in it.</summary>
    public bool IsFixed => !Parts.OfType<EmbeddedPart.Embedded>().Any();

    /// <summary>Reads a text. Never throws on what it holds.</summary>
    public static ExpressionTextReading Read(string text, Vocabulary vocabulary)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(vocabulary);
        try
        {
            return new ExpressionTextReading.Read(new ExpressionTextReader(text, vocabulary).Read());
        }
        catch (RefusedException refused)
        {
            return new ExpressionTextReading.Malformed(refused.Error);
        }
    }

    /// <summary>The text's value; the place of an error is in the whole text. Never throws on what the contexts hold.</summary>
    /// <param name="context">What it may know.</param>
    /// <param name="seen">Is told the value of each part of each expression.</param>
    public Evaluation Evaluate(EvaluationContext context, Action<Node, Value>? seen = null)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (Parts is [EmbeddedPart.Embedded whole])
            return Placed(whole.Expression.Evaluate(context, seen), whole.Start);
        var built = new StringBuilder();
        var memory = new MemoryCount(context.Memory, TooMuch);
        try
        {
            foreach (var part in Parts)
            {
                var evaluation = Value(part, (context, seen));
                if (evaluation is not Evaluation.Evaluated { Value: var value })
                    return evaluation;
                var piece = Coercion.ToText(value);
                memory.Add(piece);
                built.Append(piece);
            }
        }
        catch (RefusedException refused)
        {
            return new Evaluation.Failed(refused.Error);
        }

        return new Evaluation.Evaluated(Values.Value.Of(built.ToString()));
    }

    private static Evaluation Value(EmbeddedPart part, (EvaluationContext Context, Action<Node, Value>? Seen) with) =>
        part switch
        {
            EmbeddedPart.Literal literal => new Evaluation.Evaluated(Values.Value.Of(literal.Text)),
            EmbeddedPart.Embedded embedded => Placed(
                embedded.Expression.Evaluate(with.Context, with.Seen),
                embedded.Start
            ),
            _ => throw new System.Diagnostics.UnreachableException(part.GetType().Name),
        };

    private static Evaluation Placed(Evaluation evaluation, int start) =>
        evaluation is Evaluation.Failed { Error: var error }
            ? new Evaluation.Failed(error with { Index = error.Index + start })
            : evaluation;

    private RefusedException TooMuch() =>
        new(
            new ExpressionError(
                ErrorKind.Evaluation,
                $"The maximum allowed memory size was exceeded while evaluating the following expression: {text}",
                0,
                text.Length
            )
            {
                Summary = "The maximum allowed memory size was exceeded",
            }
        );
}
