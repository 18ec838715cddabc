using Baton.Engine;
using Baton.Engine.Runs;
using Baton.Runtime.Coordination;
using Baton.Runtime.Runs;
using Baton.Runtime.Stores;
using Baton.Runtime.Wording;
using Microsoft.Extensions.Logging;

namespace Baton.Runtime.Logging;

/// <summary>Logs what happens to a run, and tells it on.</summary>
/// <param name="next">Who is told as well.</param>
/// <param name="logger">Where to.</param>
public sealed class LoggedRun(IRunObserver next, ILogger logger) : IRunObserver
{
    /// <inheritdoc/>
    public void Answered(Decision decision)
    {
        if (decision.About is { } run)
            Log.Answered(logger, run.Id.Value, run.Ask.Request.Value, decision.GetType().Name);
        next.Answered(decision);
    }

    /// <inheritdoc/>
    public ValueTask WaitsAsync(Picture picture, CancellationToken cancellation)
    {
        var reason = picture.Reason is { } known
            ? ReasonWords.Of(known, Telling.Bare(picture.Now))
            : "it is about to start";
        Log.Waits(logger, picture.Run.Id.Value, picture.Place, reason);
        return next.WaitsAsync(picture, cancellation);
    }

    /// <inheritdoc/>
    public void Granted(Run run)
    {
        Log.Granted(logger, run.Id.Value, run.Token, run.Lease);
        next.Granted(run);
    }

    /// <inheritdoc/>
    public void Stops(Run run)
    {
        var reason = run.Stop is { } stop ? ReasonWords.Of(stop.Reason, Telling.Bare(stop.At)) : "it was told to";
        Log.Stops(logger, run.Id.Value, reason);
        next.Stops(run);
    }

    /// <inheritdoc/>
    public void StoreFails(StoreException failure) => next.StoreFails(failure);

    /// <inheritdoc/>
    public void Unprotected(string why)
    {
        Log.Unprotected(logger, why);
        next.Unprotected(why);
    }
}
