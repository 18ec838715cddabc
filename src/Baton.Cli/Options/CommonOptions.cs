using Baton.Runtime.Configuration;

namespace Baton.Cli.Options;

/// <summary>Options that most verbs take.</summary>
public static class CommonOptions
{
    /// <summary>The scope.</summary>
    public static readonly Option<string> Scope = new(
        "scope",
        "NAME",
        "the scope, usually owner/name",
        ValueReaders.Scope
    )
    {
        Default = "baton.yml, the CI service's repository, the git remote, the folder",
    };

    /// <summary>The store.</summary>
    public static readonly Option<StoreAddress> Store = new(
        "store",
        "ADDRESS",
        "where state is kept: sqlite:PATH",
        ValueReaders.Store
    )
    {
        Default = "baton.yml, else SQLite in the user's state folder",
    };

    /// <summary>The settings' file.</summary>
    public static readonly Option<string> Config = new("config", "FILE", "the settings", ValueReaders.Path)
    {
        Default = "baton.yml or .github/baton.yml of the repository",
    };

    /// <summary>Output for programs.</summary>
    public static readonly Option<bool> Json = new(
        "json",
        "",
        "write JSON, as docs/formats.md says",
        ValueReaders.Truth
    );

    /// <summary>More output.</summary>
    public static readonly Option<bool> Verbose = new("verbose", "", "tell more on standard error", ValueReaders.Truth)
    {
        Short = "-v",
    };

    /// <summary>A log.</summary>
    public static readonly Option<string> Log = new(
        "log",
        "FILE",
        "append what happens, with times, to a file",
        ValueReaders.Path
    );

    /// <summary>Change nothing.</summary>
    public static readonly Option<bool> DryRun = new(
        "dry-run",
        "",
        "say what would be done, and change nothing",
        ValueReaders.Truth
    );

    /// <summary>What tells which scope of which store is meant.</summary>
    public static IReadOnlyList<Option> Place { get; } = [Scope, Store, Config];
}
