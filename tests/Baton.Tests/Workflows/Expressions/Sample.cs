using Baton.Workflows.Expressions;
using Baton.Workflows.Expressions.Functions;
using Baton.Workflows.Expressions.Values;

namespace Baton.Tests.Workflows.Expressions;

/// <summary>Short ways to values and evaluations.</summary>
internal static class Sample
{
    public static Value Value(string json) => ((JsonReading.Read)JsonValueReader.Read(json)).Value;

    public static Properties Contexts(string json) => ((Value.Object)Value(json)).Properties;

    /// <summary>A value in full, as toJSON writes it.</summary>
    public static string Show(Value value) => JsonValueWriter.Write(value, _ => { });

    public static Expression Read(string text, params string[] contexts) =>
        ((ExpressionReading.Read)Expression.Read(text, Words(contexts))).Expression;

    /// <summary>Every function, and some contexts.</summary>
    public static Vocabulary Words(IEnumerable<string> contexts) =>
        new(contexts, FunctionTable.OfStatus.Append(FunctionTable.HashFiles));

    public static (Value? Value, ExpressionError? Error) Evaluate(string text, Properties contexts) =>
        Evaluate(text, new EvaluationContext(contexts));

    public static (Value? Value, ExpressionError? Error) Evaluate(string text, EvaluationContext context) =>
        Expression.Read(text, Words(context.Contexts.Select(pair => pair.Key))) switch
        {
            ExpressionReading.Malformed malformed => (null, malformed.Error),
            ExpressionReading.Read read => read.Expression.Evaluate(context) switch
            {
                Evaluation.Evaluated evaluated => (evaluated.Value, null),
                Evaluation.Failed failed => (null, failed.Error),
                _ => throw new InvalidOperationException(),
            },
            _ => throw new InvalidOperationException(),
        };
}
