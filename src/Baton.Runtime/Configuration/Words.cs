namespace Baton.Runtime.Configuration;

/// <summary>
/// The words that a setting takes, in files, flags and environment alike, with what each means; in the order of the
/// documentation.
/// </summary>
public sealed class Words<T>(params IReadOnlyList<(string Word, T Meaning)> words)
    where T : struct
{
    /// <summary>The words.</summary>
    public IReadOnlyList<string> All { get; } = [.. words.Select(pair => pair.Word)];

    /// <summary>What a word means, or null for another one; letters count with their case.</summary>
    public T? Meaning(string word)
    {
        foreach (var (known, meaning) in words)
        {
            if (string.Equals(known, word, StringComparison.Ordinal))
                return meaning;
        }

        return null;
    }

    /// <summary>The word for a meaning.</summary>
    public string For(T meaning) => words.First(pair => EqualityComparer<T>.Default.Equals(pair.Meaning, meaning)).Word;
}
