using System.Text;
using Baton.Runtime.Git;
using Baton.Runtime.Pushing.Merging;

namespace Baton.Runtime.Pushing;

/// <summary>
/// The user's clone, as far as a push uses it: objects are read and made, which changes nothing that anybody sees. Text
/// that git prints is Latin-1 here, so that names pass through byte for byte.
/// </summary>
/// <param name="git">Calls git.</param>
/// <param name="place">Where.</param>
/// <param name="cancellation">Calls everything off.</param>
internal sealed class WorkRepository(GitProgram git, GitPlace place, CancellationToken cancellation)
{
    // Reading and writing a work tree of many files takes time; nobody else waits for it.
    private static readonly TimeSpan Local = TimeSpan.FromMinutes(10);

    /// <summary>Where it is.</summary>
    public GitPlace Place => place;

    /// <summary>The same with another index.</summary>
    public WorkRepository With(string index) => new(git, place with { Index = index }, cancellation);

    /// <summary>The same, seen from another folder.</summary>
    public WorkRepository In(string folder) => new(git, GitPlace.In(folder) with { Index = place.Index }, cancellation);

    /// <summary>Calls git.</summary>
    public GitEnd Try(GitCall call) => git.Run(call, cancellation);

    /// <summary>Calls git, which may take long.</summary>
    public GitEnd Try(params IReadOnlyList<string> arguments) =>
        Try(new GitCall(place, arguments) { Deadline = Local });

    /// <summary>What git prints, without the line end.</summary>
    /// <exception cref="GitException">It failed.</exception>
    public string Say(params IReadOnlyList<string> arguments) => Said(Try(arguments));

    /// <summary>The same, for a call that reads something.</summary>
    /// <exception cref="GitException">It failed.</exception>
    public string Feed(ReadOnlyMemory<byte> input, params IReadOnlyList<string> arguments) =>
        Said(Try(new GitCall(place, arguments) { Deadline = Local, Input = input }));

    /// <summary>The object's name that a name means, or nothing.</summary>
    public string? Find(string name) =>
        Try("rev-parse", "--quiet", "--verify", "--end-of-options", name) is GitEnd.Done done ? Said(done) : null;

    /// <summary>A blob's content.</summary>
    /// <exception cref="MergeConflictException">It is too large to be merged.</exception>
    public ReadOnlyMemory<byte> Content(TreeEntry entry) =>
        Try("cat-file", "blob", entry.Object) switch
        {
            GitEnd.Done done => done.Output,
            GitEnd.Other { Code: 255 } => throw new MergeConflictException("it is too large to be merged"),
            var failed => throw new GitException(failed),
        };

    /// <summary>What differs between two trees, without looking for renames.</summary>
    public IReadOnlyList<TreeChange> Changes(string before, string after) =>
        TreeChange.Read(Try("diff-tree", "-r", "-z", "--raw", "--no-renames", "--full-index", before, after).Require());

    /// <summary>Makes a commit.</summary>
    public string Commit(string tree, string? parent, CommitText text) =>
        Said(
            Try(
                new GitCall(place, ["commit-tree", tree, .. parent is null ? [] : new[] { "-p", parent }, "-F", "-"])
                {
                    Input = text.Message,
                    Variables = text.Variables,
                    Deadline = Local,
                }
            )
        );

    /// <summary>Puts entries into the index of this place; null takes a path out.</summary>
    /// <param name="entries">The entries.</param>
    /// <param name="digits">How many digits an object's name has.</param>
    public void Put(IEnumerable<(TreePath Path, TreeEntry? Entry)> entries, int digits)
    {
        var lines = new StringBuilder();
        foreach (var (path, entry) in entries)
            lines
                .Append(entry is null ? $"0 {new string('0', digits)}" : $"{entry.Mode} {entry.Object}")
                .Append('\t')
                .Append(path.Raw)
                .Append('\0');
        if (lines.Length > 0)
            _ = Feed(Encoding.Latin1.GetBytes(lines.ToString()), "update-index", "-z", "--index-info");
    }

    private static string Said(GitEnd end) => Encoding.Latin1.GetString(end.Require().Span).TrimEnd('\n');
}
