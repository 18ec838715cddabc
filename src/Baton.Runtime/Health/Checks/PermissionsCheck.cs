using System.Globalization;
using Baton.Runtime.Kernel;
using Baton.Runtime.Wording;

namespace Baton.Runtime.Health.Checks;

/// <summary>This user may write the store, and nobody else may: who can write it decides who runs.</summary>
public sealed class PermissionsCheck() : Check("permissions")
{
    /// <inheritdoc/>
    public override IEnumerable<Diagnosis> Judge(Examination seen)
    {
        if (seen.Store is not { IsFolderOpen: true } store)
            return [];
        PathFacts?[] all = store.Exists ? [store.Folder, store.File, store.Log, store.Line] : [store.Folder];
        List<PathFacts> files = [.. all.OfType<PathFacts>()];
        List<Diagnosis> found = [.. Unwritable(files, seen.Kernel.User), .. store.Exists ? Shared(files, seen) : []];
        return found.Count > 0 ? found
            : store.Exists ? [Well("the store is this user's, and nobody else may write it")]
            : [Well($"{store.Folder.Path} can be written")];
    }

    private IEnumerable<Diagnosis> Unwritable(List<PathFacts> files, uint user)
    {
        var closed = files.Where(file => !file.IsWritable).ToList();
        if (closed.Count == 0)
            yield break;
        var foreign = closed.Find(file => IsForeign(file, user));
        yield return Fail(
            $"nothing can be decided, since this user can't write {Named(closed)}"
                + (
                    foreign is null
                        ? ""
                        : string.Create(
                            CultureInfo.InvariantCulture,
                            $", which belongs to user {foreign.Owner}; this is user {user}"
                        )
                ),
            foreign is null
                ? $"chmod u+w {Words(closed)}, or mount the file system for writing"
                : "run baton as that user, or name a store of your own with --store sqlite:PATH"
        );
    }

    private IEnumerable<Diagnosis> Shared(List<PathFacts> files, Examination seen)
    {
        var user = seen.Kernel.User;
        var foreign = files
            .Where(file => file.IsWritable && file != seen.Store!.Folder && IsForeign(file, user))
            .ToList();
        if (foreign.Count > 0)
            yield return Warn(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"user {foreign[0].Owner} owns {Named(foreign)}, and this is user {user}"
                ),
                "let one user run baton over a store: what one makes another may not be able to wake or to clean"
            );
        // A folder with the sticky bit lets nobody take away or replace what is another's.
        var open = files.Where(file => file.IsOpenToOthers && !file.Mode.HasFlag(UnixFileMode.StickyBit)).ToList();
        if (open.Count > 0)
            yield return Warn(
                $"others may write {Named(open)}, and with that decide who runs",
                $"chmod go-w {Words(open)}"
            );
    }

    private static bool IsForeign(PathFacts file, uint user) => file.Owner is { } owner && owner != user;

    private static string Named(List<PathFacts> files) =>
        string.Join(", ", files.Select(file => $"{file.Path} (mode {file.Octal})"));

    private static string Words(List<PathFacts> files) => ShellWord.Of(files.Select(file => file.Path));
}
