using System.Globalization;

namespace Baton.Runtime.Git;

/// <summary>Where git is called: in which repository, and with which settings beside that repository's own.</summary>
public sealed record GitPlace
{
    private GitPlace(string path, bool isRepository) => (Path, IsRepository) = (path, isRepository);

    /// <summary>The repository's own folder (`.git`, or a bare one), or a folder that git finds its repository from.</summary>
    public string Path { get; }

    /// <summary>Whether <see cref="Path"/> is the repository itself.</summary>
    public bool IsRepository { get; }

    /// <summary>Where its index is; its own, if not said.</summary>
    public string? Index { get; init; }

    /// <summary>Where its work tree is; found as ever, if not said.</summary>
    public string? WorkTree { get; init; }

    /// <summary>Settings that count beside those in files, in their order; they are handed over in the environment, since they may have secrets in them.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Settings { get; init; } = [];

    /// <summary>Whether <see cref="Settings"/> have all that is in the user's and the machine's files.</summary>
    public bool IgnoresFiles { get; init; }

    /// <summary>The repository that a folder is in: a work tree or anything inside it.</summary>
    public static GitPlace In(string folder) => new(folder, false);

    /// <summary>A repository's own folder.</summary>
    public static GitPlace At(string repository) => new(repository, true);

    /// <summary>The variables that say all this.</summary>
    internal IEnumerable<KeyValuePair<string, string>> Variables()
    {
        if (IsRepository)
            yield return new("GIT_DIR", Path);
        if (Index is not null)
            yield return new("GIT_INDEX_FILE", Index);
        if (WorkTree is not null)
            yield return new("GIT_WORK_TREE", WorkTree);
        foreach (var variable in SettingsAsVariables())
            yield return variable;
    }

    private IEnumerable<KeyValuePair<string, string>> SettingsAsVariables()
    {
        if (IgnoresFiles)
        {
            yield return new("GIT_CONFIG_NOSYSTEM", "1");
            yield return new("GIT_CONFIG_GLOBAL", "/dev/null");
        }

        if (Settings.Count == 0)
            yield break;
        yield return new("GIT_CONFIG_COUNT", Settings.Count.ToString(CultureInfo.InvariantCulture));
        for (var i = 0; i < Settings.Count; i++)
        {
            yield return new(string.Create(CultureInfo.InvariantCulture, $"GIT_CONFIG_KEY_{i}"), Settings[i].Key);
            yield return new(string.Create(CultureInfo.InvariantCulture, $"GIT_CONFIG_VALUE_{i}"), Settings[i].Value);
        }
    }
}
