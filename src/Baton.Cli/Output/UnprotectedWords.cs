namespace Baton.Cli.Output;

/// <summary>Why a run goes on unprotected.</summary>
internal static class UnprotectedWords
{
    /// <summary>Since its store can't be used.</summary>
    public static string OfNoStore(string why) => $"the store can't be used and on-unavailable says proceed: {why}";

    /// <summary>Since its store may only be read.</summary>
    public static string OfReadOnly(string why) =>
        $"the store may only be read and read-only says proceed; nobody has what is asked for now: {why}";
}
