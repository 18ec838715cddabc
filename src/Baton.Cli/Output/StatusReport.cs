using Baton.Engine;
using Baton.Engine.Resources;
using Baton.Engine.Runs;
using Baton.Engine.Views;
using Baton.Runtime.Coordination;

namespace Baton.Cli.Output;

/// <summary>A scope as it stands.</summary>
/// <param name="Scope">Its name.</param>
/// <param name="Now">Scope time.</param>
/// <param name="Resources">The resources that live runs need.</param>
/// <param name="Runs">The live runs: those that run first, then those that wait, by place.</param>
public sealed record StatusReport(
    string Scope,
    Instant Now,
    IReadOnlyList<Resource> Resources,
    IReadOnlyList<StatusRun> Runs
)
{
    /// <summary>A scope in which nothing has happened.</summary>
    public static StatusReport Empty(string scope) => new(scope, Instant.Zero, [], []);

    /// <summary>The pictures of live runs, and of the resources that they need, read at once.</summary>
    public static (Instant Now, List<Resource> Resources, List<(Picture Picture, string? Why)> Runs) Read(
        IScopeView view,
        Instant now,
        IReadOnlyList<Run> live
    )
    {
        var telling = Commands.Reading.Telling(view, now);
        var pictures = live.Select(run => Picture.Of(view, now, run.Id))
            .OfType<Picture>()
            .Where(picture => picture.Run.IsLive);
        var runs = pictures
            .OrderBy(picture => picture.Run.IsActive ? 0 : picture.Place)
            .ThenBy(picture => picture.Run.AskedAt)
            .Select(picture => (picture, Why(picture, telling)))
            .ToList();
        var names = live.SelectMany(run => run.Ask.Needs).Select(need => need.Resource).Distinct().Order();
        return (now, [.. names.Select(view.Resource).OfType<Resource>()], runs);
    }

    private static string? Why(Picture picture, Runtime.Wording.Telling telling) =>
        (picture.Reason ?? picture.Run.Stop?.Reason) is { } reason
            ? Runtime.Wording.ReasonWords.Of(reason, telling)
            : null;
}
