using Baton.Runtime.Kernel;
using System.Globalization;

namespace Baton.Runtime.Health.Checks;

/// <summary>This user may write the store, and nobody else may: who can write it decides who runs.</summary>
public sealed class PermissionsCheck() : Check("permissions")
{
    /// <inheritdoc/>
    public override IEnumerable<Diagnosis> Judge(Examination seen)
    {
        if (seen.Store is not { IsFolderOpen: true } store)
            yield break;
        PathFacts?[] all = store.Exists ? [store.Folder, store.File, store.Log, store.Line] : [store.Folder];
        var found = all.OfType<PathFacts>().SelectMany(file => Of(file, store, seen.Kernel.User)).ToList();
        foreach (var diagnosis in found)
            yield return diagnosis;
        if (found.Count == 0)
            yield return Well(store.Exists ? "the store is this user's, and nobody else may write it" : $"{store.Folder.Path} can be written");
    }

    private IEnumerable<Diagnosis> Of(PathFacts file, StoreFacts store, uint user)
    {
        var belongs = file.Owner is { } owner && owner != user ? string.Create(CultureInfo.InvariantCulture, $", belongs to user {owner}, and this is user {user}") : "";
        if (!file.IsWritable)
            yield return Fail(
                $"{file.Path} can't be written (mode {file.Octal}{belongs}): nothing can be decided",
                belongs.Length > 0
                    ? "run baton as that user, or name a store of your own with --store sqlite:PATH"
                    : $"chmod u+w '{file.Path}', or mount its file system for writing"
            );
        else if (belongs.Length > 0 && store.Exists && file != store.Folder)
            yield return Warn(
                $"{file.Path} can be written but{belongs[1..]}",
                "let one user run baton over a store: what one makes another may not be able to wake or to clean"
            );
        // A folder with the sticky bit lets nobody take away or replace what is another's.
        if (store.Exists && file.IsOpenToOthers && !file.Mode.HasFlag(UnixFileMode.StickyBit))
            yield return Warn($"others may write {file.Path} (mode {file.Octal})", $"chmod go-w '{file.Path}'");
    }
}
