namespace Baton.Runtime.Ci;

/// <summary>The form of an output's name.</summary>
internal static class OutputName
{
    public static void Check(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        if (!char.IsAsciiLetter(name[0]) || !name.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-'))
            throw new ArgumentException("An output's name is letters, digits, _ and -, a letter first.", nameof(name));
    }
}
