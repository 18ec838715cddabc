namespace Baton.Runtime.Git;

/// <summary>
/// The environment that git gets. A git hook around us says by variables which repository, index and objects are meant:
/// they are taken out, since this call means another. What tells git who the user is and how the remote is reached stays.
/// </summary>
internal static class GitEnvironment
{
    // https://git-scm.com/docs/git#_environment_variables; whatever else begins with GIT_ goes, tracing too.
    private static readonly string[] Kept =
    [
        "GIT_SSH",
        "GIT_SSH_COMMAND",
        "GIT_SSH_VARIANT",
        "GIT_ASKPASS",
        "GIT_SSL_",
        "GIT_HTTP_",
        "GIT_PROXY_",
        "GIT_CURL_",
        "GIT_ALLOW_PROTOCOL",
        "GIT_PROTOCOL_FROM_USER",
        "GIT_EXEC_PATH",
        "GIT_AUTHOR_",
        "GIT_COMMITTER_",
    ];

    // Settings: as files, as one list, and as numbered pairs.
    private const string Settings = "GIT_CONFIG";

    /// <summary>The environment for a place, of this process's own.</summary>
    public static Dictionary<string, string> For(GitCall call, IReadOnlyDictionary<string, string> own)
    {
        var replacesSettings = call.Place.Settings.Count > 0 || call.Place.IgnoresFiles;
        var all = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in own)
            if (Stays(name, replacesSettings))
                all[name] = value;
        foreach (var (name, value) in Always)
            all[name] = value;
        foreach (var (name, value) in call.Place.Variables().Concat(call.Variables))
            all[name] = value;
        return all;
    }

    private static readonly KeyValuePair<string, string>[] Always =
    [
        new("LC_ALL", "C"), // its messages are read
        new("LANGUAGE", ""),
        new("TERM", "dumb"),
        new("GIT_TERMINAL_PROMPT", "0"), // nobody is there to answer
        new("GCM_INTERACTIVE", "never"),
        new("GIT_OPTIONAL_LOCKS", "0"),
        new("GIT_NO_REPLACE_OBJECTS", "1"),
        new("GIT_PAGER", "cat"),
    ];

    private static bool Stays(string name, bool replacesSettings)
    {
        if (!name.StartsWith("GIT_", StringComparison.Ordinal))
            return true;
        if (name.StartsWith(Settings, StringComparison.Ordinal))
            return name != Settings && !(replacesSettings && IsList(name));
        return Kept.Any(kept => name.StartsWith(kept, StringComparison.Ordinal));
    }

    private static bool IsList(string name) =>
        name is "GIT_CONFIG_COUNT" or "GIT_CONFIG_PARAMETERS"
        || name.StartsWith("GIT_CONFIG_KEY_", StringComparison.Ordinal)
        || name.StartsWith("GIT_CONFIG_VALUE_", StringComparison.Ordinal);
}
