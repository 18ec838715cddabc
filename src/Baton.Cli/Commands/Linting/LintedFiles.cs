using Baton.Runtime.Asking;
using Baton.Runtime.Evaluating;
using Baton.Workflows.Meetings;
using Baton.Workflows.Syntax;
using Baton.Workflows.Yaml;

namespace Baton.Cli.Commands.Linting;

/// <summary>
/// Reads the workflows that a call names. Each folder is a repository; the files that are named are one together, of
/// which nobody knows whether there are more.
/// </summary>
internal static class LintedFiles
{
    private const string StandardInput = "-";

    public static IReadOnlyList<WorkflowSet> Read(Invocation call)
    {
        IReadOnlyList<string> words = call.Words.Count == 0 ? ["."] : call.Words;
        var folders = words.Where(word => word != StandardInput && Directory.Exists(PathOf(call, word))).ToList();
        var files = words.Except(folders, StringComparer.Ordinal).ToList();
        var sets = folders.Select(folder => OfFolder(call, folder, folders.Count == 1)).ToList();
        if (files.Count > 0)
            sets.Add(WorkflowSet.Of([.. files.Select(file => OfFile(call, file))], isWhole: false));
        return sets;
    }

    // Where there are several repositories, the names of files begin with theirs.
    private static WorkflowSet OfFolder(Invocation call, string folder, bool isOnly)
    {
        var found = WorkflowFolder.Find(PathOf(call, folder));
        var prefix = isOnly ? "" : folder.TrimEnd('/') + "/";
        return WorkflowSet.Of(
            [
                .. found.Paths.Select(path =>
                    WorkflowReader.Read(WorkflowFile.Load(Path.Combine(found.Root, path)), prefix + path)
                ),
            ],
            isWhole: true
        );
    }

    private static FileReading<Workflow> OfFile(Invocation call, string file) =>
        file == StandardInput
            ? WorkflowReader.Read(Input(call), "stdin.yml")
            : WorkflowReader.Read(WorkflowFile.Load(PathOf(call, file)), file);

    private static byte[] Input(Invocation call)
    {
        using var stream = call.Surroundings.Input();
        var bytes = new byte[YamlRules.Workflow.Bytes + 1];
        var length = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        return length <= YamlRules.Workflow.Bytes
            ? bytes[..length]
            : throw new AskingException(AskingFault.Input, "standard input has more than a workflow may have");
    }

    private static string PathOf(Invocation call, string word) => Path.Combine(call.Surroundings.Folder, word);
}
