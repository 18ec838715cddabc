using System.Globalization;
using Baton.Runtime.Cleaning;

namespace Baton.Runtime.Health.Checks;

/// <summary>Nothing lies about that dead runs left: bells, notes, temporary folders.</summary>
public sealed class LeftoversCheck() : Check("leftovers")
{
    private const int MostNamed = 3;

    /// <inheritdoc/>
    public override IEnumerable<Diagnosis> Judge(Examination seen)
    {
        if (seen.Scope is not { } scope)
            yield break;
        if (scope.LeftoversUnseen is { } unseen)
        {
            yield return Warn(
                $"this user can't look for what dead runs left: {unseen}",
                "run baton as the user whose store it is, and with a TMPDIR that it can list"
            );
            yield break;
        }
        var files = scope
            .Leftovers.Found.Where(one =>
                one is Leftover.DeadBell or Leftover.Note or Leftover.Draft or Leftover.Folder
            )
            .ToList();
        if (files.Count == 0)
        {
            yield return Well("dead runs left nothing behind");
            yield break;
        }
        var named =
            string.Join(", ", files.Take(MostNamed).Select(one => one.Name)) + (files.Count > MostNamed ? ", …" : "");
        yield return Warn(
            string.Create(
                CultureInfo.InvariantCulture,
                $"dead runs left {files.Count} {(files.Count == 1 ? "file or folder" : "files and folders")}: {named}"
            ),
            "baton cleanup removes them; they do no harm"
        );
    }
}
