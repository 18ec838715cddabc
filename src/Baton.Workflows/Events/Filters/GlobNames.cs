namespace Baton.Workflows.Events.Filters;

/// <summary>
/// What can't match since no branch, tag or path has such a name: https://git-scm.com/docs/git-check-ref-format
/// </summary>
internal static class GlobNames
{
    public static IEnumerable<GlobProblem> Problems(string text, int[] runes, GlobSubject subject) =>
        LineBreaks(runes)
            .Concat(
                subject switch
                {
                    GlobSubject.Ref => OfRef(runes),
                    GlobSubject.Path => OfPath(text),
                    _ => [],
                }
            );

    private static IEnumerable<GlobProblem> LineBreaks(int[] runes)
    {
        var first = Array.FindIndex(runes, rune => rune is '\n' or '\r');
        if (first < 0)
            yield break;
        var isPair = runes[first] == '\r' && first + 1 < runes.Length && runes[first + 1] == '\n';
        var shown = GlobReader.Shown(isPair ? '\n' : runes[first]);
        yield return Doubt(0, $"the pattern has a line break in it, '{shown}'", "write it on one line");
    }

    private static IEnumerable<GlobProblem> OfRef(int[] runes)
    {
        var start = runes[0] == '!' ? 1 : 0;
        if (start < runes.Length && runes[start] == '/')
            yield return Doubt(
                start + 1,
                "no branch or tag starts with '/'",
                "leave it out: refs/heads/ isn't part of the name"
            );
        for (var i = start; i < runes.Length; i++)
        {
            var isEscaped = runes[i] == '\\' && i + 1 < runes.Length;
            if (isEscaped)
                i++;
            if (runes[i] is ' ' or '\t' or '~' or '^' or ':' || (isEscaped && runes[i] is '[' or '?' or '*'))
                yield return Doubt(
                    i + 1,
                    $"no branch or tag has '{GlobReader.Shown(runes[i])}' in its name",
                    "take it out"
                );
        }

        if (runes[^1] is '/' or '.' && runes.Length > start + 1)
            yield return Doubt(runes.Length, $"no branch or tag ends with '{(char)runes[^1]}'", "take it out");
    }

    private static IEnumerable<GlobProblem> OfPath(string text)
    {
        var path = text.StartsWith('!') ? text[1..] : text;
        if (text.Trim() != text)
            yield return Doubt(0, "the pattern has spaces around it", "take them away");
        if (
            path is "." or ".."
            || path.StartsWith("./", StringComparison.Ordinal)
            || path.StartsWith("../", StringComparison.Ordinal)
        )
            yield return Doubt(0, "a path starts at the root of the repository, without '.' or '..'", "leave them out");
    }

    private static GlobProblem Doubt(int column, string message, string hint) =>
        new(column, message, GlobWeight.Doubtful, hint);
}
