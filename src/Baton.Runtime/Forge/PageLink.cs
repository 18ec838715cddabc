namespace Baton.Runtime.Forge;

/// <summary>Finds the next page in a <c>Link</c> header (RFC 8288).</summary>
public static class PageLink
{
    /// <summary>The address of the next page; none on the last.</summary>
    public static string? Next(string? header)
    {
        var at = 0;
        while (header is not null && header.IndexOf('<', at) is var open and >= 0)
        {
            var close = header.IndexOf('>', open);
            if (close < 0)
                return null;
            var end = header.IndexOf('<', close);
            var parameters = end < 0 ? header[(close + 1)..] : header[(close + 1)..end];
            if (IsNext(parameters))
                return header[(open + 1)..close];
            at = close;
        }
        return null;
    }

    private static bool IsNext(string parameters) =>
        parameters
            .Split([';', ','], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Any(one => one.Replace(" ", "", StringComparison.Ordinal) is "rel=\"next\"" or "rel=next");
}
