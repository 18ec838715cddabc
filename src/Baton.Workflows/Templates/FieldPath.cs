namespace Baton.Workflows.Templates;

/// <summary>
/// The spelling of paths in templates: names of letters, digits, <c>_</c> and <c>-</c>, with dots between them.
/// </summary>
internal static class FieldPath
{
    public static bool IsName(string name) => name.Length > 0 && name.All(IsNameCharacter);

    public static bool IsPath(string path) => path.Split('.').All(IsName);

    private static bool IsNameCharacter(char c) => char.IsAsciiLetterOrDigit(c) || c is '_' or '-';
}
