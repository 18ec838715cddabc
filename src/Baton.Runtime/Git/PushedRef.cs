namespace Baton.Runtime.Git;

/// <summary>What became of one ref in a push.</summary>
/// <param name="Name">The ref's full name on the remote.</param>
/// <param name="Fate">What became of it.</param>
/// <param name="Detail">git's own words: `[rejected] (stale info)`.</param>
public sealed record PushedRef(string Name, RefFate Fate, string Detail)
{
    /// <summary>Reads what <c>git push --porcelain</c> prints: a flag, the names and a summary, between tabs.</summary>
    public static IReadOnlyList<PushedRef> Read(string output)
    {
        ArgumentNullException.ThrowIfNull(output);
        return [.. output.Split('\n').Select(ReadLine).OfType<PushedRef>()];
    }

    private static PushedRef? ReadLine(string line)
    {
        if (line.Split('\t', 3) is not [[var flag], var names, var detail])
            return null;
        var colon = names.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 ? null : new(names[(colon + 1)..], FateOf(flag, detail), detail);
    }

    private static RefFate FateOf(char flag, string detail) =>
        flag switch
        {
            ' ' => RefFate.Moved,
            '+' => RefFate.Forced,
            '*' => RefFate.Made,
            '-' => RefFate.Deleted,
            '=' => RefFate.UpToDate,
            // "[remote failure] (remote failed to report status)": transport_print_push_status in git's transport.c
            _ when detail.StartsWith("[remote failure]", StringComparison.Ordinal) => RefFate.Unknown,
            _ => RefFate.Refused,
        };
}
