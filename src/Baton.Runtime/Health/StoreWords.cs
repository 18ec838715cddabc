using Baton.Runtime.Stores;

namespace Baton.Runtime.Health;

/// <summary>Takes a store's message apart: what is wrong comes first, and what to do about it in sentences of its own.</summary>
internal static class StoreWords
{
    /// <summary>What is wrong, and what to do; nothing where the message doesn't say.</summary>
    public static (string What, string? Mend) Of(StoreException failure)
    {
        var message = failure.Message;
        // What git said stands in brackets and may have sentences too.
        var end = message.IndexOf("). ", StringComparison.Ordinal) is var bracket and >= 0
            ? bracket + 1
            : message.IndexOf(". ", StringComparison.Ordinal);
        return end < 0 ? (message.TrimEnd('.'), null) : (message[..end], message[(end + 2)..].TrimEnd('.'));
    }
}
