namespace Baton.Runtime.Pushing;

/// <summary>
/// A note that a push was acknowledged and the clone is being taken there. Whoever is killed over it leaves a work tree
/// that has the changes of others in it: the next push then finds nothing of its own left, and knows by the note that it
/// was all pushed before.
/// </summary>
/// <param name="folder">The folder of Baton's own inside of the clone's.</param>
internal sealed class FollowNote(string folder)
{
    private string File => Path.Combine(folder, "following");

    /// <summary>Leaves it.</summary>
    public void Leave(string? head, string commit) => System.IO.File.WriteAllText(File, $"{head}\n{commit}\n");

    /// <summary>Takes it away.</summary>
    public void Remove() => System.IO.File.Delete(File);

    /// <summary>The commit that was pushed when this one was checked out; null where there is no such note.</summary>
    public string? Of(string? head) =>
        System.IO.File.Exists(File)
        && System.IO.File.ReadAllText(File).Split('\n') is [var noted, { Length: > 0 } commit, ..]
        && noted == (head ?? "")
            ? commit
            : null;
}
