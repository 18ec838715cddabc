using Baton.Cli.Options;
using Baton.Runtime.Asking;

namespace Baton.Cli.Commands.Operating;

/// <summary><c>baton init</c>: writes files to begin with. What is there is never written over.</summary>
public static class InitCommand
{
    private static readonly Option<bool> WithWorkflow = new(
        "with-workflow",
        "",
        "also write .github/workflows/baton.yml, an example",
        ValueReaders.Truth
    );

    /// <summary>Its declaration.</summary>
    public static readonly Verb Verb = new("init", "write a commented baton.yml to begin with")
    {
        Options = [WithWorkflow, CommonOptions.Json, CommonOptions.DryRun],
        Essay = "Writes into the root of the git repository, else into this folder.",
        Examples =
        [
            ("baton init --dry-run", "shows what it would write"),
            ("baton init --with-workflow", "baton.yml and a workflow"),
        ],
        Execute = ExecuteAsync,
    };

    private static async ValueTask<int> ExecuteAsync(Invocation call)
    {
        var root = GitFolder.Of(call.Surroundings.Folder)?.Root ?? call.Surroundings.Folder;
        List<(string Path, string Text)> files = [("baton.yml", InitFiles.Settings)];
        if (call.Has(WithWorkflow))
            files.Add((".github/workflows/baton.yml", InitFiles.Workflow));
        RefuseIfThere(root, [.. files.Select(file => file.Path), ".github/baton.yml"]);
        foreach (var (path, text) in files)
        {
            if (!call.Has(CommonOptions.DryRun))
                await WriteAsync(Path.Combine(root, path), text).ConfigureAwait(false);
            await call.Surroundings.Out.WriteAsync(Told(call, path, text)).ConfigureAwait(false);
        }

        return (int)ExitCode.Success;
    }

    private static string Told(Invocation call, string path, string text) =>
        (call.Has(CommonOptions.Json), call.Has(CommonOptions.DryRun)) switch
        {
            (true, var isDry) => Output.JsonText.Line(writer =>
            {
                writer.WriteString("file", path);
                writer.WriteBoolean("dry_run", isDry);
                writer.WriteString("text", text);
            }),
            (_, true) => $"# {path} would be:\n{text}",
            _ => $"wrote {path}\n",
        };

    private static void RefuseIfThere(string root, IReadOnlyList<string> paths)
    {
        var there = paths.Where(path => File.Exists(Path.Combine(root, path))).ToList();
        if (there.Count > 0)
            throw new FailureException(
                new Failure(
                    ExitCode.Configuration,
                    $"{string.Join(", ", there)} is there already, and is not written over"
                )
            );
    }

    // A file that came in between is an error too, and stays.
    private static async ValueTask WriteAsync(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write);
        await using var open = file.ConfigureAwait(false);
        await file.WriteAsync(System.Text.Encoding.UTF8.GetBytes(text)).ConfigureAwait(false);
    }
}
