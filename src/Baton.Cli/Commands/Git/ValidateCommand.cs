using Baton.Cli.Commands.Linting;
using Baton.Cli.Options;
using Baton.Cli.Output.Linting;
using Baton.Runtime.Asking;
using Baton.Workflows.Meetings;
using Baton.Workflows.Rules;

namespace Baton.Cli.Commands.Git;

/// <summary><c>baton git validate</c>: what is wrong with the settings, with the workflows that push, and with the remote.</summary>
public static class ValidateCommand
{
    /// <summary>Its declaration.</summary>
    public static readonly Verb Verb = new(
        "validate",
        "check settings, the workflows that push, groups and permissions"
    )
    {
        Options = [PushOptions.Remote, CommonOptions.Scope, CommonOptions.Config],
        Essay =
            "Reads baton.yml, looks for races in the workflow files as baton lint does, and tries the\n"
            + "remote as baton git test does. Ends with 78 where the settings are wrong, with 83 where\n"
            + "the remote doesn't do what is needed, and with 1 where only the linter found something.",
        Examples =
        [
            ("baton git validate", "this repository"),
            ("baton git validate --remote upstream", "another remote"),
        ],
        Execute = ExecuteAsync,
    };

    private static async ValueTask<int> ExecuteAsync(Invocation call)
    {
        _ = new SiteSearch(call.Surroundings.Variable, call.Surroundings.Folder).Configuration(
            call.Get(CommonOptions.Config)
        );
        await call.Surroundings.Out.WriteLineAsync("settings: nothing is wrong").ConfigureAwait(false);
        var found = await LintAsync(call).ConfigureAwait(false);
        var tried = await TestCommand.Verb.Execute!(call).ConfigureAwait(false);
        return tried != 0 ? tried
            : found > 0 ? (int)ExitCode.Findings
            : 0;
    }

    // How many findings there are; a repository without workflows has none.
    private static async ValueTask<int> LintAsync(Invocation call)
    {
        IReadOnlyList<WorkflowSet> sets;
        try
        {
            sets = LintedFiles.Read(call with { Words = [] });
        }
        catch (AskingException none) when (none.Fault == AskingFault.Input)
        {
            await call.Surroundings.Out.WriteLineAsync($"workflows: {none.Message}").ConfigureAwait(false);
            return 0;
        }

        var found = new LintResult(
            [.. sets.SelectMany(set => Linter.Lint(set, new LintChoice()))],
            sets.Sum(set => set.Readings.Count),
            name => sets.Select(set => set.TextOf(name)).FirstOrDefault(text => text.Length > 0) ?? ""
        );
        await LintText.ShowAsync(found, call.Surroundings).ConfigureAwait(false);
        return found.Findings.Count;
    }
}
