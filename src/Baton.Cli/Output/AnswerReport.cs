using System.Text.Json;
using Baton.Cli.Commands.Evaluating;
using Baton.Workflows.Expressions;
using Baton.Workflows.Expressions.Explaining;
using Baton.Workflows.Expressions.Values;
using Baton.Workflows.Findings;

namespace Baton.Cli.Output;

/// <summary>What <c>eval</c> says.</summary>
internal static class AnswerReport
{
    /// <summary>For people: the value, and below it the steps; nothing of an error.</summary>
    public static void Put(Page page, Answer answer)
    {
        if (answer.Evaluation is Evaluation.Evaluated evaluated)
        {
            foreach (var line in Shown.Full(evaluated.Value).Split('\n'))
                page.Head(line);
        }

        foreach (var step in answer.Steps)
            page.Line(step.ToString(), 2 + (2 * step.Depth));
    }

    /// <summary>For people: what is wrong, where, and what to do.</summary>
    public static Failure Failure(string text, ExpressionError error)
    {
        var lines = new List<string> { OneLine.Of(error.Summary, 300) };
        lines.AddRange(Caret.Below(text, error));
        if (error.Hint is { } hint)
            lines.Add(hint);
        return new(ExitCode.Input, lines);
    }

    /// <summary>For programs: <c>{kind, value}</c> or <c>{error: {kind, message, position}}</c>, on one line.</summary>
    public static string Json(Answer answer) =>
        JsonText.Line(writer =>
        {
            switch (answer.Evaluation)
            {
                case Evaluation.Evaluated { Value: var value }:
                    writer.WriteString("kind", value.Kind);
                    writer.WritePropertyName("value");
                    Put(writer, value);
                    break;
                case Evaluation.Failed { Error: var error }:
                    writer.WriteStartObject("error");
                    writer.WriteString("kind", error.Kind.ToString().ToLowerInvariant());
                    writer.WriteString("message", error.Message);
                    writer.WriteNumber("position", error.Position);
                    writer.Put("hint", error.Hint);
                    writer.WriteEndObject();
                    break;
            }

            if (answer.Steps.Count > 0)
                writer.Array("steps", answer.Steps, Put);
        });

    private static void Put(Utf8JsonWriter writer, ExplainedStep step)
    {
        writer.WriteNumber("depth", step.Depth);
        writer.WriteString("expression", step.Text);
        writer.WriteNumber("position", step.Index + 1);
        writer.WriteString("outcome", step.Outcome);
        writer.Put("because", step.Because);
    }

    private static void Put(Utf8JsonWriter writer, Value value)
    {
        switch (value)
        {
            case Value.Boolean boolean:
                writer.WriteBooleanValue(boolean.Truth);
                break;
            case Value.Number { Amount: var amount } when double.IsFinite(amount):
                writer.WriteNumberValue(amount);
                break;
            case Value.Number or Value.Text:
                writer.WriteStringValue(Coercion.ToText(value));
                break;
            case Value.Array array:
                writer.WriteStartArray();
                foreach (var item in array.Items)
                    Put(writer, item);
                writer.WriteEndArray();
                break;
            case Value.Object found:
                writer.WriteStartObject();
                foreach (var (name, property) in found.Properties)
                {
                    writer.WritePropertyName(name);
                    Put(writer, property);
                }

                writer.WriteEndObject();
                break;
            default:
                writer.WriteNullValue();
                break;
        }
    }
}
