using System.Globalization;
using Baton.Runtime.Wording;

namespace Baton.Runtime.Health.Checks;

/// <summary>The database's log is written back from time to time.</summary>
public sealed class LogCheck() : Check("log")
{
    private const long Megabyte = 1024 * 1024,
        Large = 64 * Megabyte;

    /// <inheritdoc/>
    public override IEnumerable<Diagnosis> Judge(Examination seen)
    {
        if (seen.Store is not { Exists: true, Failure: null } store)
            yield break;
        var bytes = store.Log?.Bytes ?? 0;
        yield return bytes > Large
            ? Warn(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"the log {store.Log!.Path} has {bytes / Megabyte} MB: somebody keeps it from being written back"
                ),
                $"look for a process that hangs and has it open: fuser {ShellWord.Of(store.Path)}"
            )
            : Well(string.Create(CultureInfo.InvariantCulture, $"the log has {bytes / 1024} KB"));
    }
}
