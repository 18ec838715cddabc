using Baton.Runtime.Wording;

namespace Baton.Runtime.Health.Checks;

/// <summary>Runs can hang up their bells, so that they are woken and not found by chance.</summary>
public sealed class BellsCheck() : Check("bells")
{
    /// <inheritdoc/>
    public override IEnumerable<Diagnosis> Judge(Examination seen)
    {
        if (seen.Store is not { Bells: { } bells } store)
            yield break;
        if (!bells.IsFolder)
            yield return Fail(
                $"{bells.Path} is no folder, so no run can hang up its bell there",
                $"look what it is, then remove it: rm {ShellWord.Of(bells.Path)}"
            );
        else if (!bells.IsWritable && store.Folder.IsWritable)
            yield return Fail(
                $"{bells.Path} can't be written (mode {bells.Octal}), so no run can hang up its bell there",
                $"chmod 700 {ShellWord.Of(bells.Path)} as the user that it belongs to"
            );
        else if (bells.IsOpenToOthers)
            yield return Warn(
                $"others may write {bells.Path} (mode {bells.Octal})",
                $"chmod 700 {ShellWord.Of(bells.Path)}"
            );
        else if (bells.IsWritable)
            yield return Well($"bells can be hung up in {bells.Path}");
    }
}
