namespace Baton.Workflows.Events.Filters;

/// <summary>One place of a pattern: what it takes, and how often.</summary>
/// <param name="Kind">What it takes.</param>
/// <param name="Ranges">The characters it takes, from and to, by pairs; empty for stars.</param>
/// <param name="IsOptional">Whether it may take nothing.</param>
/// <param name="Repeats">Whether it may take more than once.</param>
internal readonly record struct GlobItem(GlobItemKind Kind, int[] Ranges, bool IsOptional = false, bool Repeats = false)
{
    public static GlobItem One(int rune) => new(GlobItemKind.Characters, [rune, rune]);

    public static GlobItem Star(GlobItemKind kind) => new(kind, [], IsOptional: true, Repeats: true);

    public bool Takes(int rune) =>
        Kind switch
        {
            GlobItemKind.WithinFolder => rune != '/',
            GlobItemKind.Characters => IsIn(rune),
            _ => true,
        };

    private bool IsIn(int rune)
    {
        for (var i = 0; i < Ranges.Length; i += 2)
        {
            if (rune >= Ranges[i] && rune <= Ranges[i + 1])
                return true;
        }

        return false;
    }
}
