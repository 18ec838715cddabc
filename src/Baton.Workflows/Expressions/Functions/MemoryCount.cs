namespace Baton.Workflows.Expressions.Functions;

/// <summary>
/// Counts bytes as GitHub does, which is about what .NET takes for them:
/// https://github.com/actions/runner/blob/main/src/Sdk/Expressions/Sdk/MemoryCounter.cs
/// </summary>
/// <param name="limit">The most bytes.</param>
/// <param name="refuse">Makes what is thrown when there are more.</param>
public sealed class MemoryCount(int limit, Func<Exception> refuse)
{
    /// <summary>What any value takes.</summary>
    public const int Least = 24;

    /// <summary>What an item of a list takes.</summary>
    public const int Item = 8;

    private const int TextOverhead = 26;
    private long bytes;

    /// <summary>What a text takes.</summary>
    public static long Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return TextOverhead + ((long)text.Length * sizeof(char));
    }

    /// <summary>Adds a text.</summary>
    public void Add(string text)
    {
        bytes += Of(text);
        if (bytes > limit)
            throw refuse();
    }
}
