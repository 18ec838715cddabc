using System.Diagnostics;
using System.Text;
using Baton.Runtime.Configuration;
using Baton.Runtime.Stores.Git;
using Baton.Workflows.Findings;
using Baton.Workflows.Hashing;

namespace Baton.Runtime.Asking;

/// <summary>From a store's address, as somebody wrote it, to the place that it means.</summary>
/// <param name="variable">Gives an environment variable's value or null.</param>
public sealed class PlaceSearch(Func<string, string?> variable)
{
    // For a remote that takes no other refs; all who share the store have to say so.
    private const string Branches = "#branches";

    /// <summary>The place of an address that was said in a folder.</summary>
    /// <exception cref="AskingException">It means no place from there.</exception>
    public StorePlace Find(StoreAddress address, string from) =>
        address switch
        {
            StoreAddress.Sqlite { Path: ['~', '/', ..] path } when Set("HOME") is { } home => new StorePlace.File(
                Path.GetFullPath(path[2..], home)
            ),
            StoreAddress.Sqlite sqlite => new StorePlace.File(Path.GetFullPath(sqlite.Path, Path.GetFullPath(from))),
            StoreAddress.Git { Remote: var said } when said.EndsWith(Branches, StringComparison.Ordinal) => Among(
                OfRemote(said[..^Branches.Length], from)
            ),
            StoreAddress.Git git => OfRemote(git.Remote, from),
            StoreAddress.Postgres postgres => new StorePlace.Postgres(postgres.Url, NotesOf(postgres.Url)),
            StoreAddress.Server => throw Misconfigured(
                "stores of the kind https:// are not yet in this version",
                "sqlite:PATH serves all runs of one machine, git:REMOTE and postgres://HOST/DATABASE those of many"
            ),
            _ => throw new UnreachableException("there is no other kind of store"),
        };

    /// <summary>The place where nobody said one.</summary>
    /// <exception cref="AskingException">The environment doesn't say where state may be kept.</exception>
    public StorePlace Default() => new StorePlace.File(Path.Combine(State(), "baton.db"));

    private static StorePlace.Git Among(StorePlace.Git place) =>
        place with
        {
            Address = place.Address + Branches,
            Space = RefNames.Branches,
        };

    private StorePlace.Git OfRemote(string said, string from)
    {
        var repository = GitFolder.Of(from);
        if (repository?.UrlOf(said) is { } configured)
            return Git(said, Whole(configured, repository.Root), repository);
        if (!said.Contains('/', StringComparison.Ordinal) && !said.Contains(':', StringComparison.Ordinal))
            throw Misconfigured(
                repository is null
                    ? $"git:{said} names a remote, and {from} is in no git repository"
                    : $"{repository.Root} has no remote with the name {said}",
                "say the name of a remote, a URL or a path with a slash in it: git:origin, git:https://HOST/OWNER/NAME, git:/srv/state.git"
            );
        var url = Whole(said, from);
        // What the repository knows of the same place, credentials first of all, holds for it too.
        var name = repository?.RemoteWith(address =>
            GitAddress.WithoutPassword(Whole(address, repository.Root)) == url
        );
        return Git(name ?? url, url, repository);
    }

    private StorePlace.Git Git(string remote, string url, GitFolder? repository)
    {
        var shown = GitAddress.WithoutPassword(url);
        return new StorePlace.Git(remote, shown, repository, NotesOf(shown));
    }

    private string Whole(string address, string from) =>
        !GitAddress.IsPath(address) ? address
        : address is ['~', '/', .. var rest] && Set("HOME") is { } home ? Path.GetFullPath(rest, home)
        : Path.GetFullPath(address, Path.GetFullPath(from));

    /// <summary>Those who share a store that is elsewhere meet in the state folder, under its hash.</summary>
    private string NotesOf(string url) =>
        Path.Combine(
            State(),
            Convert.ToHexStringLower(Sha256.Hash(Encoding.UTF8.GetBytes(url)).AsSpan(0, 8)) + ".runs"
        );

    // https://specifications.freedesktop.org/basedir-spec/latest/: a path that isn't absolute is to be ignored.
    private string State()
    {
        var state = Set("XDG_STATE_HOME") is { } said && Path.IsPathRooted(said) ? said : null;
        var home = Set("HOME") is { } at && Path.IsPathRooted(at) ? at : null;
        state ??= home is null ? null : Path.Combine(home, ".local", "state");
        return state is null
            ? throw Misconfigured(
                "neither HOME nor XDG_STATE_HOME says where state may be kept: set one, or say --store sqlite:PATH"
            )
            : Path.Combine(state, "baton");
    }

    private string? Set(string name) => variable(name) is { Length: > 0 } value ? OneLineOr(value) : null;

    private static string? OneLineOr(string value) => OneLine.FirstUnsafe(value) < 0 ? value : null;

    private static AskingException Misconfigured(params IReadOnlyList<string> lines) =>
        new(AskingFault.Configuration, lines);
}
