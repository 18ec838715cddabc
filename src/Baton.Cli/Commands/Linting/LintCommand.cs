using System.Text;
using Baton.Cli.Options;
using Baton.Cli.Output.Linting;
using Baton.Runtime.Asking;
using Baton.Workflows.Findings;
using Baton.Workflows.Rules;
using static Baton.Cli.Options.LintingOptions;

namespace Baton.Cli.Commands.Linting;

/// <summary><c>baton lint</c>: where workflows will race.</summary>
public static class LintCommand
{
    private const int MostPaths = 10_000;

    /// <summary>Its declaration.</summary>
    public static readonly Verb Verb = new("lint", "find where workflows race, cancel each other, or run twice")
    {
        Takes = "[PATH…]",
        Words = (0, MostPaths),
        Options =
        [
            Format,
            LintingOptions.Rule,
            LintingOptions.Ignore,
            Strict,
            LintingOptions.Baseline,
            WriteBaseline,
            CommonOptions.Json,
        ],
        Essay =
            "PATH is a folder of a repository, whose .github/workflows are looked at together, a\n"
            + "workflow file, or - for standard input. Without PATH it is the repository that this\n"
            + "folder is in. docs/lint.md has the rules.\n\n"
            + "The exit code is 0 without findings, 1 with some.",
        Examples =
        [
            ("baton lint", "the workflows of this repository"),
            ("baton lint --rule cancels-deploy a.yml b.yml", "one rule, two files"),
            ("baton lint --format sarif > lint.sarif", "for code scanning"),
            ("baton lint --write-baseline lint.baseline", "what is there now"),
            ("baton lint --baseline lint.baseline", "what is new since"),
        ],
        Execute = ExecuteAsync,
    };

    private static async ValueTask<int> ExecuteAsync(Invocation call)
    {
        var choice = Choice(call);
        var known = call.Get(LintingOptions.Baseline) is { } file
            ? Workflows.Rules.Baseline.Read(Text(call, file))
            : null;
        var sets = LintedFiles.Read(call);
        var all = sets.SelectMany(set => Linter.Lint(set, choice)).ToList();
        if (call.Get(WriteBaseline) is { } target)
            return Write(call, target, all);
        var found = new LintResult(
            all.FindAll(one => known?.Knows(one) != true),
            sets.Sum(set => set.Readings.Count),
            name => sets.Select(set => set.TextOf(name)).FirstOrDefault(text => text.Length > 0) ?? ""
        );
        var format = call.Has(CommonOptions.Json) ? LintFormat.Json : call.Get(Format) ?? LintFormat.Text;
        if (format == LintFormat.Text)
            await LintText.ShowAsync(found, call.Surroundings).ConfigureAwait(false);
        else
            await call.Surroundings.Out.WriteAsync(LintReports.Of(found, format)).ConfigureAwait(false);
        return (int)(found.Findings.Count > 0 ? ExitCode.Findings : ExitCode.Success);
    }

    private static LintChoice Choice(Invocation call)
    {
        var (rules, ignored) = (call.Values.All(LintingOptions.Rule), call.Values.All(LintingOptions.Ignore));
        IReadOnlyList<string> ids = [RuleList.Syntax, .. RuleList.All.Select(rule => rule.Id)];
        foreach (var id in rules.Concat(ignored).Where(id => !ids.Contains(id, StringComparer.Ordinal)))
            throw new AskingException(
                AskingFault.Usage,
                $"there is no rule {OneLine.Quoted(id)} ({Nearest.Hint(id, [.. ids])})"
            );
        return new LintChoice
        {
            Persona = call.Has(Strict) ? Persona.Strict : Persona.Default,
            Rules = rules,
            Ignored = ignored,
        };
    }

    private static string Text(Invocation call, string file)
    {
        try
        {
            return File.ReadAllText(Path.Combine(call.Surroundings.Folder, file), Encoding.UTF8);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new AskingException(
                AskingFault.Input,
                $"the baseline {OneLine.Of(file)} can't be read: {OneLine.Of(failure.Message)}"
            );
        }
    }

    private static int Write(Invocation call, string file, List<RuleFinding> findings)
    {
        try
        {
            File.WriteAllText(Path.Combine(call.Surroundings.Folder, file), Workflows.Rules.Baseline.Write(findings));
            return (int)ExitCode.Success;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new AskingException(
                AskingFault.Input,
                $"the baseline {OneLine.Of(file)} can't be written: {OneLine.Of(failure.Message)}"
            );
        }
    }
}
