using Baton.Cli.Options;
using Baton.Cli.Output;
using Baton.Runtime.Asking;
using Baton.Workflows.Findings;

namespace Baton.Cli.Commands.Evaluating;

/// <summary><c>baton explain</c>: what a workflow file says.</summary>
public static class ExplainCommand
{
    private const int MostFiles = 100;

    private static readonly Option<bool> Syntax = new(
        "syntax",
        "",
        "what Baton understands of the file, as a tree with places",
        ValueReaders.Truth
    );

    /// <summary>Its declaration.</summary>
    public static readonly Verb Verb = new("explain", "tell what a workflow file says, and what is wrong with it")
    {
        Takes = "FILE [USES=FILE]…",
        Words = (1, MostFiles),
        Options = [Syntax, CommonOptions.Json],
        Essay =
            "FILE is a workflow, an action.yml, or an issue template. What is wrong with it stands\n"
            + "on standard error, with the line that it is about. Workflows of the same repository that\n"
            + "it calls are followed; those of others where USES=FILE says where they are.",
        Examples =
        [
            ("baton explain .github/workflows/deploy.yml --syntax", "triggers, groups, jobs, steps"),
            ("baton explain deploy.yml --syntax --json", "the same for programs, with findings"),
        ],
        Execute = ExecuteAsync,
    };

    private static async ValueTask<int> ExecuteAsync(Invocation call)
    {
        if (!call.Has(Syntax))
            throw new AskingException(AskingFault.Usage, "say what to explain: --syntax tells what the file says");
        var explained = new ExplainedFile(call).Read();
        if (call.Has(CommonOptions.Json))
            await call.Surroundings.Out.WriteAsync(OutlineReport.Json(explained)).ConfigureAwait(false);
        else
            await OutlineReport.ShowAsync(explained, call.Surroundings).ConfigureAwait(false);
        return (int)(
            explained.Findings.Any(found => found.Finding.Severity == Severity.Error)
                ? ExitCode.Input
                : ExitCode.Success
        );
    }
}
