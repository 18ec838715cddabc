using System.Text;
using Baton.Runtime.Asking;
using Baton.Runtime.Git;

namespace Baton.Runtime.Pushing;

/// <summary>
/// Makes the commit of what changed in the work tree, with an index of its own: a copy of the user's, so that what git
/// knows of the files (and which of them a sparse checkout leaves out) needn't be found out again.
/// </summary>
/// <param name="repository">The clone.</param>
/// <param name="checkout">Where it stands.</param>
/// <param name="order">What is to be pushed.</param>
/// <param name="index">The path of the own index.</param>
internal sealed class ChangeMaker(WorkRepository repository, Checkout checkout, PushOrder order, string index)
{
    private const string Submodule = "160000";

    /// <summary>Submodules that changed; their change is not taken.</summary>
    public IReadOnlyList<TreePath> Submodules { get; private set; } = [];

    /// <summary>The tree with the changes.</summary>
    /// <exception cref="AskingException">What is named isn't there, or the clone has conflicts.</exception>
    public string Tree()
    {
        var own = repository.With(index);
        Seed(own);
        Add(own);
        if (order.RunsHooks)
            Hooks(own).BeforeCommit();
        var tree = Write(own);
        var submodules = repository
            .Changes(checkout.Tree, tree)
            .Where(change => change.After?.Mode == Submodule)
            .ToList();
        Submodules = [.. submodules.Select(change => change.Path)];
        if (submodules.Count == 0)
            return tree;
        own.Put(submodules.Select(change => (change.Path, change.Before)), tree.Length);
        return Write(own);
    }

    /// <summary>The commit, and its push id.</summary>
    public (string Commit, string Id) Commit(string tree, string branch)
    {
        var id = PushTrailer.IdOf(checkout.Head ?? "", tree, order.Message, branch, order.ExternalRun);
        var trailers = new List<string>();
        if (order.IsSignedOff)
            trailers.Add($"Signed-off-by: {Committer()}");
        trailers.Add($"{PushTrailer.Key}: {id}");
        var message = Encoding.UTF8.GetBytes(PushTrailer.Add(Message(), trailers));
        return (repository.Commit(tree, checkout.Head, new CommitText(message, Author())), id);
    }

    private string Message() => order.RunsHooks ? Hooks(repository.With(index)).Message(order.Message) : order.Message;

    private PushHooks Hooks(WorkRepository own) => new(own, checkout.Root, $"{index}-message");

    private void Seed(WorkRepository own)
    {
        if (File.Exists(checkout.Index))
        {
            File.Copy(checkout.Index, index, overwrite: true);
            // What is named is what is meant, whatever else is in the user's index.
            if (order.Paths.Count > 0)
                Require(own.Try("read-tree", "-m", checkout.Tree));
        }
        else if (checkout.Head is not null && order.Paths.Count == 0)
        {
            throw new AskingException(
                AskingFault.Input,
                "this clone has nothing checked out, so that every file would count as deleted: name the paths that are meant"
            );
        }
        else
        {
            Require(own.Try("read-tree", checkout.Tree));
        }
    }

    private void Add(WorkRepository own)
    {
        var seen = order.Paths.Count == 0 ? own.In(checkout.Root) : own.In(order.Folder);
        var end = seen.Try(["add", "--all", "--sparse", "--", .. order.Paths.Count == 0 ? ["."] : order.Paths]);
        if (end is GitEnd.Done)
            return;
        throw end is GitEnd.Other { Code: 1 or 128 } && order.Paths.Count > 0
            ? new AskingException(AskingFault.Input, $"the paths can't be taken: {end.Message}")
            : new GitException(end);
    }

    private static string Write(WorkRepository own) =>
        own.Try("write-tree") switch
        {
            GitEnd.Done done => Encoding.ASCII.GetString(done.Output.Span).Trim(),
            GitEnd.Other other when other.Why.Contains("unmerged", StringComparison.Ordinal) =>
                throw new AskingException(
                    AskingFault.Input,
                    $"the index has files in conflict: settle them first ({other.Why})"
                ),
            var failed => throw new GitException(failed),
        };

    private static void Require(GitEnd end)
    {
        if (end is GitEnd.Other other && other.Why.Contains("unmerged", StringComparison.Ordinal))
            throw new AskingException(
                AskingFault.Input,
                $"the index has files in conflict: settle them first ({other.Why})"
            );
        _ = end.Require();
    }

    private Dictionary<string, string> Author() =>
        order.Author is { } author
            ? new() { ["GIT_AUTHOR_NAME"] = author.Name, ["GIT_AUTHOR_EMAIL"] = author.Email }
            : [];

    // NAME <EMAIL> SECONDS ZONE
    private string Committer()
    {
        var said = Encoding.UTF8.GetString(repository.Try("var", "GIT_COMMITTER_IDENT").Require().Span);
        return said[..(said.LastIndexOf('>') + 1)];
    }
}
