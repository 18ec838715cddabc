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
        Options = [Context, EvaluatingOptions.Status, Files, Explain, Stdin, CommonOptions.Json],
        Essay =
            "EXPR is what stands between ${{ and }}, or a text with ${{ … }} in it. Only the\n"
            + "contexts that are given are known. Values are shown as an expression writes them;\n"
            + "docs/expressions.md has twenty that people get wrong.",
        Examples =
        [
            ("baton eval \"'0' == 0\" --explain", "true, and why"),
            ("baton eval \"contains(github.ref, 'Main')\" --context push.json", "with the contexts of a file"),
            ("baton eval 'issue-${{ github.event.issue.number }}' --context opened.json", "a text, as for a group"),
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
        var context = ContextOf(call);
        if (call.Has(Stdin))
            return await new EvalLines(call, context).AnswerAsync().ConfigureAwait(false);
        var answer = new Question(call.Words[0], context).Answer(call.Has(Explain));
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

    private static EvaluationContext ContextOf(Invocation call) =>
        new(
            call.Get(Context) is { } file
                ? ContextFile.Load(Path.Combine(call.Surroundings.Folder, file))
                : Properties.None
        )
        {
            Status = call.Get(EvaluatingOptions.Status) ?? JobStatus.Success,
            Files = call.Get(Files) is { } folder ? FilesOf(Path.Combine(call.Surroundings.Folder, folder)) : null,
        };

    private static FolderFiles FilesOf(string folder) =>
        Directory.Exists(folder)
            ? new FolderFiles(folder)
            : throw new AskingException(AskingFault.Input, $"--files: there is no folder {OneLine.Of(folder)}");
}
