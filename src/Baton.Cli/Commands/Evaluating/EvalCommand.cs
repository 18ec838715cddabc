using Baton.Cli.Options;
using Baton.Cli.Output;
using Baton.Runtime.Asking;
using Baton.Runtime.Evaluating;
using Baton.Workflows.Expressions;
using Baton.Workflows.Expressions.Values;
using Baton.Workflows.Findings;
using static Baton.Cli.Options.EvaluatingOptions;

namespace Baton.Cli.Commands.Evaluating;

/// <summary><c>baton eval</c>: the value of an expression of GitHub Actions.</summary>
public static class EvalCommand
{
    /// <summary>Its declaration.</summary>
    public static readonly Verb Verb = new(
        "eval",
        "evaluate an expression of GitHub Actions, and tell how it came about"
    )
    {
        Takes = "EXPR",
        Words = (0, 1),
        Options =
        [
            Context,
            EvaluatingOptions.Event,
            EvaluatingOptions.Type,
            Payload,
            EvaluatingOptions.Condition,
            EvaluatingOptions.Status,
            Files,
            Explain,
            Stdin,
            CommonOptions.Json,
        ],
        Essay =
            "EXPR is what stands between ${{ and }}, or a text with ${{ … }} in it. Only the\n"
            + "contexts that are given are known; of an event github is made of its payload, and what\n"
            + "no payload tells, such as github.run_id, is refused unless --context has it.\n"
            + "Values are shown as an expression writes them; docs/expressions.md has twenty that\n"
            + "people get wrong.",
        Examples =
        [
            ("baton eval \"'0' == 0\" --explain", "true, and why"),
            ("baton eval \"contains(github.ref, 'Main')\" --context push.json", "with the contexts of a file"),
            ("baton eval 'issue-${{ github.event.issue.number }}' --context opened.json", "a text, as for a group"),
            ("baton eval github.ref --event pull_request --payload opened.json", "with what a run gets from an event"),
            (
                "baton eval --if \"github.actor != 'bot'\" --context push.json --status failure",
                "whether a job would run"
            ),
            ("baton eval --stdin < cases.jsonl", "many, one a line, as JSON"),
        ],
        Execute = ExecuteAsync,
    };

    private static async ValueTask<int> ExecuteAsync(Invocation call)
    {
        if (call.Has(Stdin) == (call.Words.Count > 0))
            throw new AskingException(
                AskingFault.Usage,
                call.Has(Stdin)
                    ? "--stdin reads the expressions: leave EXPR out"
                    : "EXPR is missing: baton eval EXPR, or --stdin to read many"
            );
        var known = ContextsOf(call);
        var context = ContextOf(call, known.Contexts);
        if (call.Has(Stdin))
            return await new EvalLines(call, context, known.Unknown).AnswerAsync().ConfigureAwait(false);
        var answer = new Question(call.Words[0], context)
        {
            IsCondition = call.Has(EvaluatingOptions.Condition),
            Unknown = known.Unknown,
        }.Answer(call.Has(Explain));
        if (call.Has(CommonOptions.Json))
            await call.Surroundings.Out.WriteAsync(AnswerReport.Json(answer)).ConfigureAwait(false);
        else
            Show(call.Surroundings, answer);
        return (int)(answer.Evaluation is Evaluation.Failed ? ExitCode.Input : ExitCode.Success);
    }

    private static void Show(Surroundings surroundings, Answer answer)
    {
        var page = new Page(surroundings);
        AnswerReport.Put(page, answer);
        page.Show();
        if (answer.Evaluation is Evaluation.Failed failed)
            AnswerReport.Failure(answer.Text, failed.Error).Tell(surroundings);
    }

    private static EventContexts ContextsOf(Invocation call)
    {
        var given = call.Get(Context) is { } file ? ContextFile.Load(PathOf(call, file)) : Properties.None;
        var (name, payload) = (call.Get(EvaluatingOptions.Event), call.Get(Payload));
        if (name is not null && payload is not null)
            return EventContexts.Of(
                name,
                call.Get(EvaluatingOptions.Type),
                ContextFile.LoadPayload(PathOf(call, payload)),
                given
            );
        return name is null && payload is null && call.Get(EvaluatingOptions.Type) is null
            ? EventContexts.Of(given)
            : throw new AskingException(
                AskingFault.Usage,
                name is null
                    ? "--payload and --type say of which event: --event NAME is missing"
                    : "--event needs the payload: --payload FILE"
            );
    }

    private static string PathOf(Invocation call, string file) => Path.Combine(call.Surroundings.Folder, file);

    private static EvaluationContext ContextOf(Invocation call, Properties contexts) =>
        new(contexts)
        {
            Status = call.Get(EvaluatingOptions.Status) ?? JobStatus.Success,
            Files = call.Get(Files) is { } folder ? FilesOf(PathOf(call, folder)) : null,
        };

    private static FolderFiles FilesOf(string folder) =>
        Directory.Exists(folder)
            ? new FolderFiles(folder)
            : throw new AskingException(AskingFault.Input, $"--files: there is no folder {OneLine.Of(folder)}");
}
