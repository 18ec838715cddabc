namespace Baton.Runtime.Ci;

/// <summary>Chooses how to tell a CI service what became of a run.</summary>
public static class CiOutputs
{
    /// <summary>The writer for the service that runs this job.</summary>
    /// <param name="service">The service.</param>
    /// <param name="environment">Gives a variable's value or null.</param>
    /// <param name="commands">Where GitHub's runner reads commands: standard output or standard error.</param>
    /// <param name="nonce">See <see cref="GitHubOutput"/>.</param>
    public static ICiOutput For(
        CiService service,
        Func<string, string?> environment,
        TextWriter commands,
        Func<string> nonce
    )
    {
        ArgumentNullException.ThrowIfNull(environment);
        return service switch
        {
            CiService.GitHub => new GitHubOutput((Path("GITHUB_OUTPUT"), Path("GITHUB_STEP_SUMMARY")), commands, nonce),
            CiService.GitLab when Path("BATON_DOTENV") is { } file => new DotenvOutput(file),
            _ => new NoOutput(),
        };

        string? Path(string name) => environment(name) is { Length: > 0 } path ? path : null;
    }
}
