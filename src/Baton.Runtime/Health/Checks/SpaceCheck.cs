using System.Globalization;

namespace Baton.Runtime.Health.Checks;

/// <summary>The store's disk has room.</summary>
public sealed class SpaceCheck() : Check("space")
{
    private const long Megabyte = 1024 * 1024,
        Enough = 256 * Megabyte,
        Least = 16 * Megabyte;

    /// <inheritdoc/>
    public override IEnumerable<Diagnosis> Judge(Examination seen)
    {
        if (seen.Store is not { FreeBytes: { } free } store)
            yield break;
        var sentence = string.Create(
            CultureInfo.InvariantCulture,
            $"the disk of {store.Folder.Path} has {free / Megabyte} MB left"
        );
        const string mend = "make room: on a full disk nothing can be decided, and leases can't be renewed";
        yield return free < Least ? Fail(sentence, mend)
        : free < Enough ? Warn(sentence, mend)
        : Well(sentence);
    }
}
