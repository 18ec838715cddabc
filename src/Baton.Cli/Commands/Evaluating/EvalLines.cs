using System.Text;
using Baton.Cli.Options;
using Baton.Cli.Output;
using Baton.Workflows.Expressions;
using Baton.Workflows.Expressions.Values;

namespace Baton.Cli.Commands.Evaluating;

/// <summary>
/// Answers the lines of standard input, each with one line, in their order. An expression that fails is an answer too;
/// a line that asks nothing is answered with an error of the kind <c>input</c>, and makes the exit code say so.
/// </summary>
/// <param name="call">The call.</param>
/// <param name="common">What all may know; the contexts of a line stand before those of the file.</param>
/// <param name="unknown">What <c>github</c> has and nobody knows.</param>
internal sealed class EvalLines(Invocation call, EvaluationContext common, IReadOnlyDictionary<string, string> unknown)
{
    private static readonly IReadOnlyDictionary<string, string> Nothing = new Dictionary<string, string>(
        StringComparer.Ordinal
    );

    public async ValueTask<int> AnswerAsync()
    {
        using var lines = new StreamReader(call.Surroundings.Input(), Encoding.UTF8);
        var code = ExitCode.Success;
        while (await lines.ReadLineAsync().ConfigureAwait(false) is { } line)
        {
            if (line.AsSpan().IsWhiteSpace())
                continue;
            var (answer, problem) = Of(line);
            if (problem is not null)
                code = ExitCode.Input;
            await call.Surroundings.Out.WriteAsync(answer).ConfigureAwait(false);
        }

        return (int)code;
    }

    private (string Answer, string? Problem) Of(string line)
    {
        switch (JsonValueReader.Read(line))
        {
            case JsonReading.Read { Value: Value.Object { Properties: var asked } }
                when asked.Find("expr") is Value.Text { Content: var text }
                    && (asked.Find("contexts") ?? Value.Null.Value) is var contexts and (Value.Object or Value.Null):
                var known = (contexts as Value.Object)?.Properties ?? Properties.None;
                var question = new Question(text, common with { Contexts = new([.. common.Contexts, .. known]) })
                {
                    IsCondition = call.Has(EvaluatingOptions.Condition),
                    Unknown = known.Find("github") is null ? unknown : Nothing,
                };
                return (AnswerReport.Json(question.Answer(call.Has(EvaluatingOptions.Explain))), null);
            case JsonReading.Malformed malformed:
                return Bad(malformed.Message, malformed.Index + 1);
            default:
                return Bad("an object like {\"expr\": \"…\", \"contexts\": {…}} was expected", 1);
        }
    }

    private static (string Answer, string? Problem) Bad(string message, int position) =>
        (
            JsonText.Line(writer =>
            {
                writer.WriteStartObject("error");
                writer.WriteString("kind", "input");
                writer.WriteString("message", message);
                writer.WriteNumber("position", position);
                writer.WriteNull("hint");
                writer.WriteEndObject();
            }),
            message
        );
}
