using System.Globalization;
using Baton.Workflows.Findings;

namespace Baton.Runtime.Fencing;

/// <summary>What a fence says: whose token passed it last.</summary>
/// <param name="Store">The id of the store that gave the token.</param>
/// <param name="Token">The token.</param>
/// <param name="Counter">How often that run has moved the fence; a fence that isn't moved in a push is not compared by the server.</param>
/// <param name="Nonce">What no other has: two that write the same would both be told that they had won.</param>
public sealed record FenceMark(string Store, long Token, long Counter, string Nonce)
{
    private const string StoreKey = "Fence-Store: ",
        TokenKey = "Fence-Token: ",
        CounterKey = "Fence-Counter: ",
        NonceKey = "Fence-Nonce: ";

    /// <summary>A mark that no other is like.</summary>
    /// <param name="store">The id of the store.</param>
    /// <param name="at">The token, and the counter.</param>
    /// <param name="chance">Random bytes, ten or more.</param>
    public static FenceMark New(string store, (long Token, long Counter) at, Func<byte[]> chance)
    {
        ArgumentNullException.ThrowIfNull(chance);
        return new(store, at.Token, at.Counter, Convert.ToHexStringLower([.. chance(), .. chance()]));
    }

    /// <summary>As the message of a commit.</summary>
    /// <param name="title">Its first line, for people.</param>
    public string Write(string title) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{OneLine.Of(title, 300)}\n\n{StoreKey}{Store}\n{TokenKey}{Token}\n{CounterKey}{Counter}\n{NonceKey}{Nonce}\n"
        );

    /// <summary>Reads the message of a commit; nothing where it is no fence's.</summary>
    public static FenceMark? Read(string message)
    {
        ArgumentNullException.ThrowIfNull(message);
        var lines = message.Split('\n').Skip(1).ToList();
        return
            Find(lines, StoreKey) is { } store
            && Number(Find(lines, TokenKey)) is { } token
            && Number(Find(lines, CounterKey)) is { } counter
            && Find(lines, NonceKey) is { } nonce
            ? new FenceMark(store, token, counter, nonce)
            : null;
    }

    private static string? Find(List<string> lines, string key) =>
        lines.Find(line => line.StartsWith(key, StringComparison.Ordinal))?[key.Length..];

    private static long? Number(string? text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
