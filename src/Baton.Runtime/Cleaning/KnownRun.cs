using Baton.Engine;
using Baton.Engine.Runs;
using Baton.Engine.Views;
using Baton.Runtime.Coordination;
using Baton.Runtime.Observing;

namespace Baton.Runtime.Cleaning;

/// <summary>A run that the store knows.</summary>
/// <param name="Run">The run.</param>
/// <param name="IsNeeded">
/// Whether what it left is needed still: it lives, or its holds linger until its processes are told to be gone, or it was
/// only observed and lost, and its command was left alone and may be at work.
/// </param>
internal sealed record KnownRun(Run Run, bool IsNeeded)
{
    /// <summary>Looks for runs in all scopes of a store.</summary>
    public static async ValueTask<IReadOnlyDictionary<RunId, KnownRun>> OfAsync(
        Ground ground,
        IReadOnlyCollection<RunId> wanted,
        CancellationToken cancellation
    )
    {
        var known = new Dictionary<RunId, KnownRun>();
        if (wanted.Count == 0)
            return known;
        foreach (var name in await ground.Scope.ScopesAsync(cancellation).ConfigureAwait(false))
        foreach (var run in await OfScopeAsync(ground, name, wanted, cancellation).ConfigureAwait(false))
            if (run.IsNeeded || !known.ContainsKey(run.Run.Id))
                known[run.Run.Id] = run;
        return known;
    }

    private static async ValueTask<IReadOnlyList<KnownRun>> OfScopeAsync(
        Ground ground,
        string name,
        IReadOnlyCollection<RunId> wanted,
        CancellationToken cancellation
    )
    {
        if (name == ground.Scope.Scope)
            return await ground
                .Scope.ReadAsync((view, _) => Of((name, view), wanted), cancellation)
                .ConfigureAwait(false);
        var scope = await ground.Open(name).ConfigureAwait(false);
        await using var open = scope.ConfigureAwait(false);
        return await scope.ReadAsync((view, _) => Of((name, view), wanted), cancellation).ConfigureAwait(false);
    }

    private static IReadOnlyList<KnownRun> Of((string Name, IScopeView View) of, IReadOnlyCollection<RunId> wanted)
    {
        var (scope, view) = of;
        var untold = Picture.UnattestedIn(view).Select(run => run.Id).ToHashSet();
        return
        [
            .. wanted
                .Select(view.Run)
                .OfType<Run>()
                .Select(run => new KnownRun(run, run.IsLive || untold.Contains(run.Id) || WasLeft(scope, run))),
        ];
    }

    private static bool WasLeft(string scope, Run run) => ObservedScope.Is(scope) && run.Conclusion == Conclusion.Lost;
}
