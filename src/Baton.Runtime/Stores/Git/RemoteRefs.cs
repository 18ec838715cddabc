using System.Text;
using Baton.Runtime.Git;

namespace Baton.Runtime.Stores.Git;

/// <summary>
/// The refs of a scope on their remote, by way of a scratch repository: read by fetching, which carries only what has
/// changed, and moved by one atomic push that says of each ref what it must be. A user's clone, shallow, without blobs or
/// without files, is only asked how the remote is reached.
/// </summary>
/// <param name="settings">Where they are.</param>
/// <param name="names">Which they are.</param>
internal sealed class RemoteRefs(GitStoreSettings settings, RefNames names) : IDisposable
{
    private const string Seen = "refs/seen",
        Shallow = "--depth=1";

    private ScratchRepository? _scratch;
    private ObjectFormat _format;
    private bool _isBegun,
        _hasSwitched;

    /// <summary>The remote's name for people.</summary>
    public string Shown => settings.Remote.Shown;

    /// <summary>The time by the remote's clock, when it was first asked; null where it doesn't tell.</summary>
    public DateTimeOffset? Date { get; private set; }

    /// <summary>How many pushes this process has sent.</summary>
    public int Pushes { get; private set; }

    /// <summary>The refs as they are now, with their objects; nothing if they are as they were.</summary>
    /// <exception cref="StoreException">They can't be read.</exception>
    public IReadOnlyDictionary<string, string>? Look(
        IReadOnlyDictionary<string, string>? known,
        CancellationToken cancellation
    )
    {
        // To ask a folder what has changed is cheaper than to fetch nothing from it.
        if (known is not null && settings.Remote.IsLocal && List(cancellation) is var listed && Same(listed, known))
            return null;
        var refs = Fetch(cancellation);
        return known is not null && Same(refs, known) ? null : refs;
    }

    /// <summary>Brings the refs and their objects; of what is behind them, only what came since the last time.</summary>
    /// <exception cref="StoreException">They can't be read.</exception>
    public IReadOnlyDictionary<string, string> Fetch(CancellationToken cancellation)
    {
        Fetch(_isBegun ? ["--prune"] : ["--prune", Shallow], $"+{names.Base}/*:{Seen}/*", cancellation);
        if (!_isBegun && settings.ServerTime == ServerTime.Trusted)
            Date = ServerDate.Take(TracePath);
        _isBegun = true;
        return Local();
    }

    /// <summary>Brings the whole audit up to a commit of it; gives its commits, oldest first.</summary>
    /// <exception cref="StoreException">They can't be read.</exception>
    public IReadOnlyList<string> FetchAudit(string tip, CancellationToken cancellation)
    {
        if (File.Exists(Path.Combine(Scratch.Path, "shallow")))
            Fetch(["--unshallow"], $"+{names.Audit}:refs/whole/audit", cancellation);
        return Lines(Run(Call("rev-list", "--reverse", tip, "--"), cancellation));
    }

    /// <summary>The state refs of all scopes, with their objects.</summary>
    /// <exception cref="StoreException">They can't be read.</exception>
    public IReadOnlyList<string> FetchStates(CancellationToken cancellation)
    {
        Fetch(["--prune", Shallow], $"+{names.Space}/*:refs/all/*", cancellation);
        _isBegun = false; // the audits came with it at depth 1
        return
        [
            .. Lines(Run(Call("for-each-ref", "--format=%(objectname) %(refname)", "refs/all/"), cancellation))
                .Select(line => line.Split(' ', 2))
                .Where(parts => parts[1].EndsWith("/state", StringComparison.Ordinal))
                .Select(parts => parts[0]),
        ];
    }

    /// <summary>Reads files of commits; null for one that isn't there.</summary>
    /// <exception cref="StoreException">git failed.</exception>
    public IReadOnlyList<ReadOnlyMemory<byte>?> Read(IReadOnlyList<string> files, CancellationToken cancellation)
    {
        if (files.Count == 0)
            return [];
        var call = Call("cat-file", "--batch") with
        {
            Input = Encoding.UTF8.GetBytes(string.Concat(files.Select(file => file + "\n"))),
            MostOutput = 256 << 20,
        };
        return BatchReading.Of(Run(call, cancellation), files.Count);
    }

    /// <summary>Makes commits in the scratch repository; gives their names.</summary>
    /// <exception cref="StoreException">There is no room, as a rule.</exception>
    public IReadOnlyList<string> Make(
        IReadOnlyList<FileCommit> commits,
        DateTimeOffset now,
        CancellationToken cancellation
    )
    {
        var call = Call("fast-import", "--quiet", "--force", "--done", "--date-format=raw") with
        {
            Input = FileCommit.Orders(commits, now),
        };
        return Lines(Run(call, cancellation));
    }

    /// <summary>Moves refs, all or none.</summary>
    /// <exception cref="StoreException">They may not be moved by us.</exception>
    public PushAnswer Push(IReadOnlyList<RefMove> moves, CancellationToken cancellation)
    {
        Pushes++;
        var leases = moves.Select(move => $"--force-with-lease={move.Name}:{move.From}");
        var specs = moves.Select(move => $"{move.To}:{move.Name}");
        string[] arguments =
        [
            "push",
            "--porcelain",
            "--atomic",
            "--no-verify",
            .. leases,
            "--",
            settings.Remote.Url,
            .. specs,
        ];
        var end = settings.Git.Run(Call(arguments), cancellation);
        return IsOfOtherFormat(end) ? new PushAnswer.Lost(end.Message) : GitFault.Judge(Shown, end, moves);
    }

    /// <inheritdoc/>
    public void Dispose() => _scratch?.Dispose();

    private ScratchRepository Scratch => _scratch ??= MakeScratch();

    private ScratchRepository MakeScratch()
    {
        try
        {
            return ScratchRepository.Make(settings.Folder, Convert.ToHexStringLower(settings.Chance()), _format);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new StoreException(
                StoreFault.ReadOnly,
                $"{settings.Folder}: no repository can be made there to reach {Shown} with ({failure.Message}). "
                    + "Make the folder writable, or set XDG_STATE_HOME to one that is.",
                failure
            );
        }
    }

    private GitCall Call(params IReadOnlyList<string> arguments) =>
        new(settings.Remote.From(Scratch), arguments) { Deadline = settings.Deadline };

    private void Fetch(IReadOnlyList<string> options, string spec, CancellationToken cancellation)
    {
        var end = TryFetch(options, spec, cancellation);
        if (IsOfOtherFormat(end))
            end = TryFetch(options, spec, cancellation);
        // With a depth, and only then, git takes it for a failure that there is nothing to fetch.
        if (end is GitEnd.Other { Code: 1 } && options.Contains(Shallow, StringComparer.Ordinal))
            end = TryFetch([.. options.Where(option => option != Shallow)], spec, cancellation);
        if (end is not GitEnd.Done)
            throw GitFault.From(Shown, end);
    }

    private GitEnd TryFetch(IReadOnlyList<string> options, string spec, CancellationToken cancellation)
    {
        string[] quiet = ["--quiet", "--no-tags", "--no-write-fetch-head", "--no-show-forced-updates"];
        return settings.Git.Run(Traced(["fetch", .. quiet, .. options, "--", settings.Remote.Url, spec]), cancellation);
    }

    private string TracePath => Path.Combine(Scratch.Path, "trace");

    private GitCall Traced(IReadOnlyList<string> arguments) =>
        _isBegun || !settings.Remote.IsHttp || settings.ServerTime != ServerTime.Trusted
            ? Call(arguments)
            : Call(arguments) with
            {
                Variables = ServerDate.Trace(TracePath),
            };

    /// <summary>Whether the remote names its objects otherwise; then they are made like its own from now on.</summary>
    private bool IsOfOtherFormat(GitEnd end)
    {
        if (_hasSwitched || !GitComplaint.IsOfOtherFormat(end))
            return false;
        (_format, _hasSwitched, _isBegun) = (ObjectFormat.Sha256, true, false);
        _scratch?.Dispose();
        _scratch = null;
        return true;
    }

    private Dictionary<string, string> List(CancellationToken cancellation) =>
        Lines(Run(Call("ls-remote", "--quiet", "--refs", "--", settings.Remote.Url, names.Base + "/*"), cancellation))
            .Select(line => line.Split('\t', 2))
            .Where(parts => parts.Length == 2 && parts[1].StartsWith(names.Base + "/", StringComparison.Ordinal))
            .ToDictionary(parts => parts[1], parts => parts[0], StringComparer.Ordinal);

    // Nobody else writes into the scratch repository, and nothing packs its refs.
    private Dictionary<string, string> Local()
    {
        var folder = Path.Combine(Scratch.Path, Seen);
        return !Directory.Exists(folder)
            ? []
            : Directory
                .GetFiles(folder, "*", SearchOption.AllDirectories)
                .ToDictionary(
                    file => $"{names.Base}/{Path.GetRelativePath(folder, file)}",
                    file => File.ReadAllText(file).Trim(),
                    StringComparer.Ordinal
                );
    }

    private ReadOnlyMemory<byte> Run(GitCall call, CancellationToken cancellation) =>
        settings.Git.Run(call, cancellation) switch
        {
            GitEnd.Done done => done.Output,
            var failed => throw GitFault.From(Shown, failed),
        };

    private static string[] Lines(ReadOnlyMemory<byte> output) =>
        Encoding.UTF8.GetString(output.Span).Split('\n', StringSplitOptions.RemoveEmptyEntries);

    private static bool Same(IReadOnlyDictionary<string, string> one, IReadOnlyDictionary<string, string> other) =>
        one.Count == other.Count && one.All(entry => other.GetValueOrDefault(entry.Key) == entry.Value);
}
