using Baton.Runtime.Asking;
using Baton.Runtime.Evaluating;
using Baton.Workflows.Findings;
using Baton.Workflows.Syntax;
using Baton.Workflows.Syntax.Calls;
using Baton.Workflows.Syntax.Outlines;

namespace Baton.Cli.Commands.Evaluating;

/// <summary>Reads the file that a call names, and those that it calls.</summary>
internal sealed class ExplainedFile(Invocation call)
{
    private readonly Dictionary<string, Workflow?> called = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> texts = new(StringComparer.Ordinal);

    // What a token may do that no file says is a setting of the repository, which isn't seen here: it counts for the caller.
    private static readonly CallRules Rules = CallRules.Standard with { Default = DefaultPermissions.Write };

    private readonly List<Finding> findings = [];

    public Explained Read()
    {
        var name = call.Words[0];
        var bytes = WorkflowFile.Load(PathOf(name));
        if (Path.GetFileNameWithoutExtension(name) == "action")
            return Other(ActionReader.Read(bytes, name), OtherOutline.Of);
        if (
            name.Contains("ISSUE_TEMPLATE", StringComparison.Ordinal)
            && Path.GetFileNameWithoutExtension(name) == "config"
        )
            throw new AskingException(
                AskingFault.Input,
                $"{OneLine.Of(name)} sets up the page on which a template is chosen: it is no template, and starts nothing"
            );
        if (
            name.EndsWith(".md", StringComparison.OrdinalIgnoreCase)
            || name.Contains("ISSUE_TEMPLATE", StringComparison.Ordinal)
        )
            return Other(IssueTemplateReader.Read(bytes, name), OtherOutline.Of);
        var workflow = Taken(WorkflowReader.Read(bytes, name), name);
        if (workflow is null)
            return Told(null, []);
        var linking = WorkflowLinker.Link(workflow, uses => Called(uses, PathOf(name)), Rules);
        findings.AddRange(linking.Findings);
        return Told(
            WorkflowOutline.Of(workflow, linking.Calls),
            [.. linking.Missing.Select(job => job.Uses!.Text).Distinct()]
        );
    }

    private Explained Other<T>(FileReading<T> reading, Func<T, OutlinePart> outline)
        where T : class
    {
        var content = Taken(reading, call.Words[0]);
        return Told(content is null ? null : outline(content), []);
    }

    private Explained Told(OutlinePart? outline, IReadOnlyList<string> missing) =>
        new(outline, [.. findings.Select(finding => (finding, texts.GetValueOrDefault(finding.File, "")))], missing);

    private T? Taken<T>(FileReading<T> reading, string name)
        where T : class
    {
        findings.AddRange(reading.Findings);
        texts[name] = reading.Document.Text;
        return reading.Content;
    }

    // A workflow of the same repository, or one whose file the call names.
    private Workflow? Called(string uses, string caller)
    {
        if (called.TryGetValue(uses, out var known))
            return known;
        var path =
            Given(uses)
            ?? CalledFile.Of(uses) switch
            {
                CalledFile.Local local => WorkflowFile.InRepositoryOf(caller, local.Path),
                CalledFile.Own own => WorkflowFile.InRepositoryOf(caller, own.Path),
                _ => null,
            };
        return called[uses] = path is null ? null : Taken(WorkflowReader.Read(WorkflowFile.Load(path), uses), uses);
    }

    private string? Given(string uses)
    {
        foreach (var word in call.Words.Skip(1))
        {
            var at = word.LastIndexOf('=');
            if (at <= 0 || at == word.Length - 1)
                throw new AskingException(AskingFault.Usage, $"{OneLine.Quoted(word)}: USES=FILE was expected");
            if (word[..at] == uses)
                return PathOf(word[(at + 1)..]);
        }

        return null;
    }

    private string PathOf(string name) => Path.Combine(call.Surroundings.Folder, name);
}
