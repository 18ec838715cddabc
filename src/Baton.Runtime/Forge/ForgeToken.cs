using Baton.Runtime.Asking;
using Baton.Workflows.Findings;

namespace Baton.Runtime.Forge;

/// <summary>The token that the service knows us by. It comes from the environment or a file, and is never shown or stored.</summary>
public sealed class ForgeToken
{
    /// <summary>The variable with the token, where another than the job's is meant.</summary>
    public const string Variable = "BATON_FORGE_TOKEN";

    /// <summary>The variable with the path of a file that has it.</summary>
    public const string FileVariable = "BATON_FORGE_TOKEN_FILE";

    private const int Longest = 4096;

    private ForgeToken(string value) => Value = value;

    /// <summary>The token itself, for the one header that carries it.</summary>
    internal string Value { get; }

    /// <summary>The token of this process, or none: then only what is public can be read.</summary>
    /// <exception cref="AskingException">It can't be read, or can't be one.</exception>
    public static ForgeToken? Find(Func<string, string?> variable, string folder)
    {
        ArgumentNullException.ThrowIfNull(variable);
        if (variable(Variable) is { Length: > 0 } own)
            return Of(Variable, own);
        if (variable(FileVariable) is { Length: > 0 } file)
            return Of(FileVariable, Contents(Path.Combine(folder, file)));
        foreach (var name in (string[])["GITHUB_TOKEN", "GH_TOKEN"])
            if (variable(name) is { Length: > 0 } usual)
                return Of(name, usual);
        return null;
    }

    /// <summary>Nothing of it: whoever prints it by mistake prints this.</summary>
    public override string ToString() => "***";

    private static ForgeToken Of(string name, string text)
    {
        var value = text.Trim();
        return value.Length is > 0 and <= Longest && value.All(c => c is > ' ' and < (char)127)
            ? new ForgeToken(value)
            : throw new AskingException(
                AskingFault.Configuration,
                $"{name}: what it gives can't be a token: one word of plain characters was expected"
            );
    }

    private static string Contents(string path)
    {
        try
        {
            using var file = new StreamReader(path);
            var text = new char[Longest + 2];
            return new string(text, 0, file.ReadBlock(text));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new AskingException(
                AskingFault.Configuration,
                $"{FileVariable}: {OneLine.Of(path)} can't be read: {OneLine.Of(failure.Message)}"
            );
        }
    }
}
