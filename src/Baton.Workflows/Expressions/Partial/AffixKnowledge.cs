using Baton.Workflows.Expressions.Functions;

namespace Baton.Workflows.Expressions.Partial;

/// <summary>
/// What follows from the fixed pieces of a text for <c>startsWith</c>, <c>endsWith</c> and <c>contains</c>. How texts
/// compare is not said here: the same function is asked about the pieces.
/// </summary>
internal static class AffixKnowledge
{
    public static bool? Of(Function function, SymbolicText text, string wanted)
    {
        if (function is ContainsFunction)
            return text.Pieces.OfType<TextPiece.Literal>().Any(piece => Says(function, piece.Text, wanted))
                ? true
                : null;
        var end = function.Name == "startsWith" ? KnownEnds.Start(text) : KnownEnds.End(text);
        return Says(function, end, wanted) ? true
            : Says(function, wanted, end) ? null
            : false;
    }

    private static bool Says(Function function, string text, string wanted) =>
        Values.Coercion.ToTruth(function.Call(new TextCall(text, wanted)));

    private sealed class TextCall(params string[] texts) : FunctionCall
    {
        public override int Count => texts.Length;

        public override EvaluationContext Context { get; } = new(Values.Properties.None);

        public override Values.Value Argument(int index) => Values.Value.Of(texts[index]);

        public override Exception Refuse(string message) => new InvalidOperationException(message);
    }
}
