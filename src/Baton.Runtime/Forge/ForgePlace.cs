using Baton.Runtime.Asking;
using Baton.Workflows.Findings;

namespace Baton.Runtime.Forge;

/// <summary>Where the service is, and which repository there is meant. The token is no part of it: it is never shown.</summary>
/// <param name="Api">The address of its REST interface.</param>
/// <param name="GraphQl">The address of its GraphQL interface.</param>
/// <param name="Repository"><c>owner/name</c>.</param>
public sealed record ForgePlace(Uri Api, Uri GraphQl, string Repository)
{
    private const string UsualApi = "https://api.github.com",
        UsualGraphQl = "https://api.github.com/graphql";

    /// <summary>The repository's owner.</summary>
    public string Owner => Repository[..Repository.IndexOf('/', StringComparison.Ordinal)];

    /// <summary>The repository's name.</summary>
    public string Name => Repository[(Repository.IndexOf('/', StringComparison.Ordinal) + 1)..];

    /// <summary>
    /// Reads the variables that a runner of GitHub Actions sets
    /// (https://docs.github.com/en/actions/reference/workflows-and-actions/variables#default-environment-variables); on
    /// GitHub Enterprise they name that server.
    /// </summary>
    /// <exception cref="AskingException">They name no repository, or an address that no token may be sent to.</exception>
    public static ForgePlace Read(Func<string, string?> variable)
    {
        ArgumentNullException.ThrowIfNull(variable);
        var repository = variable("GITHUB_REPOSITORY");
        if (repository is not { Length: > 0 } || !IsRepository(repository))
            throw new AskingException(
                AskingFault.Configuration,
                repository is { Length: > 0 }
                    ? $"GITHUB_REPOSITORY: {OneLine.Quoted(repository)} is no repository; owner/name was expected"
                    : "which repository is to be asked isn't said: a runner sets GITHUB_REPOSITORY to owner/name"
            );
        return new(
            Address(variable, "GITHUB_API_URL", UsualApi),
            Address(variable, "GITHUB_GRAPHQL_URL", UsualGraphQl),
            repository
        );
    }

    // https://docs.github.com/en/rest/repos/repos: letters, digits, - _ and dots; nothing that could leave its part of a path.
    private static bool IsRepository(string text) =>
        text.Split('/') is [{ Length: > 0 } owner, { Length: > 0 } name]
        && (owner + name).All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.')
        && owner is not ("." or "..")
        && name is not ("." or "..");

    private static Uri Address(Func<string, string?> variable, string name, string usual)
    {
        var text = variable(name) is { Length: > 0 } set ? set : usual;
        if (
            Uri.TryCreate(text, UriKind.Absolute, out var address)
            && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback))
            && address.UserInfo.Length == 0
        )
            return address;
        throw new AskingException(
            AskingFault.Configuration,
            $"{name}: {OneLine.Quoted(text)} is no address that a token may be sent to; https://HOST/PATH was expected"
        );
    }
}
