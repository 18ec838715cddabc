using Baton.Workflows.Expressions.Values;
using Baton.Workflows.Hashing;

namespace Baton.Workflows.Expressions.Functions;

/// <summary>
/// <c>hashFiles(pattern, …)</c>: SHA-256 over the SHA-256 of each file that the patterns name, in the order in which
/// GitHub's runner walks over them; empty where there is none:
/// https://github.com/actions/runner/blob/main/src/Misc/expressionFunc/hashFiles/src/hashFiles.ts
/// </summary>
internal sealed class HashFilesFunction() : Function("hashFiles", 1, ExpressionLimits.Arguments)
{
    private const string Follow = "--follow-symbolic-links";

    public override Value Call(FunctionCall call)
    {
        var tree = call.Context.Files ?? throw call.Refuse("hashFiles has no files here");
        var given = Enumerable.Range(0, call.Count).Select(call.Text).ToList();
        var links = FolderLinks.Ignored;
        if (given[0].StartsWith("--", StringComparison.Ordinal))
        {
            if (!string.Equals(given[0], Follow, StringComparison.OrdinalIgnoreCase))
                throw call.Refuse($"Invalid glob option {given[0]}, available option: '{Follow}'.");
            given.RemoveAt(0);
            links = FolderLinks.Followed;
        }

        var patterns = given.SelectMany(text => text.Split('\n')).Select(FilePattern.Of).OfType<FilePattern>().ToList();
        return Value.Of(Hash(call, tree, FilePattern.Select(patterns, tree.Paths(links))));
    }

    private static string Hash(FunctionCall call, IFileTree tree, IReadOnlyList<string> paths)
    {
        if (paths.Count == 0)
            return "";
        var sum = new Sha256();
        foreach (var path in paths)
            sum.Append(tree.Hash(path) ?? throw call.Refuse($"hashFiles can't read the file {path}"));
        return Convert.ToHexStringLower(sum.Finish());
    }
}
