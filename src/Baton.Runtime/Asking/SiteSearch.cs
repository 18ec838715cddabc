using System.Diagnostics;
using Baton.Runtime.Ci;
using Baton.Runtime.Configuration;

namespace Baton.Runtime.Asking;

/// <summary>Finds the scope and its store: flags, then environment, then <c>baton.yml</c>, then what can be seen.</summary>
/// <param name="variable">Gives an environment variable's value or null.</param>
/// <param name="folder">The folder in which somebody asks.</param>
public sealed class SiteSearch(Func<string, string?> variable, string folder)
{
    private readonly PlaceSearch _places = new(variable);

    /// <summary>Finds it.</summary>
    /// <exception cref="AskingException">Settings are wrong, or there is no such store.</exception>
    public Site Find(SiteWishes wishes)
    {
        ArgumentNullException.ThrowIfNull(wishes);
        var git = GitFolder.Of(folder);
        var root = git?.Root ?? folder;
        var configuration = Configuration(wishes.ConfigurationFile, root);
        try
        {
            return Site(wishes, configuration, (git, root));
        }
        catch (AskingException problem) when (configuration.Mode == Mode.Observe)
        {
            throw new AskingException(problem.Fault, [.. problem.Lines]) { IsObserved = true };
        }
    }

    private Site Site(SiteWishes wishes, BatonConfiguration configuration, (GitFolder? Git, string Root) place)
    {
        var (git, root) = place;
        var ci = CiEnvironment.Read(variable);
        (string? Name, ScopeSource From)[] names =
        [
            (wishes.Scope, ScopeSource.Said),
            (configuration.Scope, ScopeSource.Configuration),
            (ci.Scope, ScopeSource.Ci),
            (Remote(git), ScopeSource.Remote),
            (ScopeName.FromFolder(root), ScopeSource.Folder),
        ];
        var (scope, from) = Array.Find(names, one => one.Name is not null);
        return new Site(
            scope ?? throw Misconfigured("no name for the scope can be seen here: say one with --scope NAME"),
            Place(wishes.Store, configuration.Store, (ci, root)),
            configuration,
            ci
        )
        {
            ScopeFrom = from,
        };
    }

    /// <summary>What the settings say, for what needs no store.</summary>
    /// <param name="file">The file; that of the repository, if not said.</param>
    /// <exception cref="AskingException">They are wrong.</exception>
    public BatonConfiguration Configuration(string? file) => Configuration(file, GitFolder.Of(folder)?.Root ?? folder);

    /// <summary>Reads the settings alone, whatever is wrong with them.</summary>
    public ConfigurationReading ReadSettings(SiteWishes wishes)
    {
        ArgumentNullException.ThrowIfNull(wishes);
        return Settings(wishes.ConfigurationFile, GitFolder.Of(folder)?.Root ?? folder);
    }

    private static string? Remote(GitFolder? git) => git?.UrlOf("origin") is { } url ? ScopeName.FromRemote(url) : null;

    private ConfigurationReading Settings(string? file, string root) =>
        file is null ? ConfigurationFile.Load(root) : ConfigurationFile.Read(Path.Combine(folder, file), file);

    private BatonConfiguration Configuration(string? file, string root) =>
        Settings(file, root) switch
        {
            ConfigurationReading.None => BatonConfiguration.Empty,
            ConfigurationReading.Read read => read.Configuration,
            ConfigurationReading.Malformed malformed => throw Misconfigured([
                .. malformed.Findings.Select(finding => finding.ToString()),
            ]),
            _ => throw new UnreachableException("settings are read, malformed or not there"),
        };

    private StorePlace Place(StoreAddress? said, StoreAddress? written, (CiEnvironment Ci, string Root) place) =>
        (said, written) switch
        {
            ({ } store, _) => _places.Find(store, folder),
            (_, { } store) => _places.Find(store, place.Root),
            _ when place.Ci.IsDisposable => throw Misconfigured(
                "this machine is thrown away after the job, and no store is named: a database on it would protect nothing",
                "name a store that outlives it: --store git:origin, or BATON_STORE, or store: git:origin in baton.yml"
            ),
            _ => _places.Default(),
        };

    private static AskingException Misconfigured(params IReadOnlyList<string> lines) =>
        new(AskingFault.Configuration, lines);
}
