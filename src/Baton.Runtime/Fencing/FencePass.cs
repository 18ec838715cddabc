using System.Globalization;
using System.Text;
using Baton.Workflows.Hashing;

namespace Baton.Runtime.Fencing;

/// <summary>A fence that a run has moved, as those who push for it know it.</summary>
/// <param name="Name">The fence's name.</param>
/// <param name="Store">The id of the store that gave the token.</param>
/// <param name="Token">The token with which it was moved.</param>
/// <param name="Target">What tells the remote from others, without telling its address.</param>
public sealed record FencePass(string Name, string Store, long Token, string Target)
{
    /// <summary>The variable with the fences that runs around have moved, one after the other with spaces between them.</summary>
    public const string Variable = "BATON_FENCES";

    /// <summary>What tells a remote from others.</summary>
    /// <param name="url">Its URL or whole path.</param>
    public static string TargetOf(string url)
    {
        ArgumentNullException.ThrowIfNull(url);
        var plain = url.TrimEnd('/');
        if (plain.StartsWith("file://", StringComparison.OrdinalIgnoreCase))
            plain = plain["file://".Length..];
        if (plain.EndsWith(".git", StringComparison.Ordinal))
            plain = plain[..^4].TrimEnd('/');
        // Who asks is no part of where: the token in a URL changes from job to job.
        return Convert.ToHexStringLower(
            Sha256.Hash(Encoding.UTF8.GetBytes(Git.Secrets.Mask(plain).Replace("***@", "", StringComparison.Ordinal)))
        )[..16];
    }

    /// <summary>As the variable has them.</summary>
    public static string Write(IEnumerable<FencePass> passes) =>
        string.Join(
            ' ',
            passes.Select(pass =>
                string.Create(CultureInfo.InvariantCulture, $"{pass.Name}:{pass.Store}:{pass.Token}:{pass.Target}")
            )
        );

    /// <summary>Reads the variable.</summary>
    /// <exception cref="FormatException">Somebody else wrote it: to push past a fence that isn't understood would be to push without.</exception>
    public static IReadOnlyList<FencePass> Read(string? text) =>
        [.. (text ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(ReadOne)];

    private static FencePass ReadOne(string text) =>
        text.Split(':') is [var name, { Length: > 0 } store, var number, { Length: > 0 } target]
        && FenceName.Is(name)
        && long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var token)
            ? new FencePass(name, store, token, target)
            : throw new FormatException($"{Variable} is not as baton run or baton acquire sets it");
}
