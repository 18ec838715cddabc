using System.Globalization;
using Baton.Runtime.Pushing;
using Baton.Runtime.Wording;
using Baton.Workflows.Findings;

namespace Baton.Cli.Output;

/// <summary>Tells on standard error what a push waits for.</summary>
/// <param name="surroundings">Where it is told.</param>
internal sealed class PushNews(Surroundings surroundings) : IPushObserver
{
    /// <inheritdoc/>
    public void Failed(int failures, string why, TimeSpan? pause)
    {
        // A first lost race is no news: it is what others are there for.
        if (failures > 1 && pause is { } span)
            surroundings.Say(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"try {failures} failed: {OneLine.Of(why, 300)}; again in {Spans.Of(span)}"
                )
            );
    }
}
