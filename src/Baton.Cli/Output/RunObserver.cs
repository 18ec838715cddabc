using Baton.Engine;
using Baton.Engine.Runs;
using Baton.Runtime.Coordination;
using Baton.Runtime.Estimates;
using Baton.Runtime.Runs;
using Baton.Runtime.Stores;
using Baton.Runtime.Wording;

namespace Baton.Cli.Output;

/// <summary>
/// Tells a person what a run waits for: one line whenever that changes, and not more, so that a log of an hour's waiting
/// can be read.
/// </summary>
/// <param name="surroundings">Where to tell it.</param>
/// <param name="estimate">How long a wait is likely to take from a picture on; gives null where nothing is known.</param>
internal sealed class RunObserver(
    Surroundings surroundings,
    Func<Picture, CancellationToken, ValueTask<Spread?>> estimate
) : IRunObserver
{
    private string? _told;
    private bool _storeFails;

    /// <summary>Whether the run has waited.</summary>
    public bool HasWaited { get; private set; }

    /// <summary>The warnings of the answer.</summary>
    public IReadOnlyList<string> Warnings { get; private set; } = [];

    /// <inheritdoc/>
    public void Answered(Decision decision)
    {
        var telling = Telling.Bare(decision.About?.AskedAt ?? Instant.Zero);
        Warnings = [.. decision.Warnings.Select(warning => WarningWords.Of(warning, telling))];
        foreach (var warning in Warnings)
            surroundings.Say($"warning: {warning}");
    }

    /// <inheritdoc/>
    public async ValueTask WaitsAsync(Picture picture, CancellationToken cancellation)
    {
        HasWaited = true;
        var key = $"{picture.Place} {picture.Reason} {picture.Unswept.Count}";
        if (key == _told)
            return;
        _told = key;
        var spread = await estimate(picture, cancellation).ConfigureAwait(false);
        var likely = spread is null ? "" : $"; likely to start in {SpreadWords.Of(spread)}";
        surroundings.Say($"waiting, place {picture.Place}: {Why(picture)}{likely}");
    }

    /// <inheritdoc/>
    public void Granted(Run run)
    {
        if (HasWaited)
            surroundings.Say(
                $"starting after {Spans.Of(run.StartedAt!.Value - run.AskedAt)} of waiting (run {run.Id})"
            );
    }

    /// <inheritdoc/>
    public void Stops(Run run)
    {
        var why = run.Stop is { } stop ? ReasonWords.Of(stop.Reason, Telling.Bare(stop.At)) : "it was told to";
        surroundings.Say($"stopping the command: {why}");
    }

    /// <inheritdoc/>
    public void StoreFails(StoreException failure)
    {
        if (!_storeFails)
            surroundings.Say(
                $"warning: the store can't be reached, trying again while the lease is trusted: {failure.Message}"
            );
        _storeFails = true;
    }

    /// <inheritdoc/>
    public void Unprotected(string why) => surroundings.Say($"warning: UNPROTECTED from here on: {why}");

    private static string Why(Picture picture)
    {
        if (picture.Reason is null)
            return "it is about to start";
        var known = picture.Holders.Concat(picture.Ahead).DistinctBy(run => run.Id).ToDictionary(run => run.Id);
        var telling = new Telling(id => known.TryGetValue(id, out var run) ? RunTitle.Of(run) : null, picture.Now);
        return ReasonWords.Of(picture.Reason, telling) + Lingering(picture, telling);
    }

    private static string Lingering(Picture picture, Telling telling) =>
        picture.Unswept is [var lost, ..]
            ? $"; {telling.Run(lost.Id)} was lost, and whether its processes are gone can't be told: what it held stays taken for the lock-delay"
            : "";
}
