using System.Text;
using Baton.Workflows.Expressions.Functions;
using Baton.Workflows.Hashing;

namespace Baton.Tests.Workflows.Expressions;

/// <summary>Files that are only names and texts; a text of null can't be read.</summary>
internal sealed class FakeTree(params (string Path, string? Content)[] files) : IFileTree
{
    public IEnumerable<string> Paths(FolderLinks links) =>
        files
            .Select(file => file.Path)
            .Where(path => links == FolderLinks.Followed || !path.StartsWith("link/", StringComparison.Ordinal));

    public byte[]? Hash(string path) =>
        files.First(file => file.Path == path).Content is { } content
            ? Sha256.Hash(Encoding.UTF8.GetBytes(content))
            : null;
}
