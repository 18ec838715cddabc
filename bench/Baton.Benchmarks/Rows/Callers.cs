using System.Diagnostics;

namespace Baton.Benchmarks.Rows;

/// <summary>Many who do something at once.</summary>
internal static class Callers
{
    /// <summary>How much is done in a second by so many callers, each of which does one thing after another.</summary>
    public static async Task<double> RateAsync(int callers, TimeSpan span, Func<int, Func<Task>> make)
    {
        var (done, started) = (0, Stopwatch.GetTimestamp());
        await Task.WhenAll(
                Enumerable
                    .Range(0, callers)
                    .Select(number =>
                        Task.Run(async () =>
                        {
                            var once = make(number);
                            while (Stopwatch.GetElapsedTime(started) < span)
                            {
                                await once().ConfigureAwait(false);
                                Interlocked.Increment(ref done);
                            }
                        })
                    )
            )
            .ConfigureAwait(false);
        return done / Stopwatch.GetElapsedTime(started).TotalSeconds;
    }
}
