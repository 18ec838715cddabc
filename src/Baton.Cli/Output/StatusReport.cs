using Baton.Engine;
using Baton.Engine.Resources;
using Baton.Engine.Runs;
using Baton.Engine.Views;
using Baton.Runtime.Coordination;
using Baton.Runtime.Wording;

namespace Baton.Cli.Output;

/// <summary>A scope as it stands.</summary>
/// <param name="Scope">Its name.</param>
/// <param name="Now">Scope time.</param>
/// <param name="Resources">The resources that live runs need, and those that are paused, by name.</param>
/// <param name="Runs">The live runs: those that run first, then those that wait, by place.</param>
public sealed record StatusReport(
    string Scope,
    Instant Now,
    IReadOnlyList<Resource> Resources,
    IReadOnlyList<StatusRun> Runs
)
{
    /// <summary>Who paused what is paused, when and why, as far as the newest entries of the audit tell.</summary>
    public IReadOnlyDictionary<ResourceName, string> Pauses { get; init; } = new Dictionary<ResourceName, string>();

    /// <summary>How many of its runs wait.</summary>
    public int Waiting => Runs.Count(run => run.Run.State == RunState.Waiting);

    /// <summary>A scope in which nothing has happened.</summary>
    public static StatusReport Empty(string scope) => new(scope, Instant.Zero, [], []);

    /// <summary>Reads the live runs, and the resources that they need, at once, and tells of a scope with these and with what is paused.</summary>
    public static (StatusReport Report, IReadOnlyList<Picture> Pictures) Read(
        IScopeView view,
        Instant now,
        (string Scope, IReadOnlyList<Run> Live, IReadOnlyList<Resource> Paused) of
    )
    {
        var pictures = of
            .Live.Select(run => Picture.Of(view, now, run.Id))
            .OfType<Picture>()
            .Where(picture => picture.Run.IsLive)
            .OrderBy(picture => picture.Run.IsActive ? 0 : picture.Place)
            .ThenBy(picture => picture.Run.AskedAt)
            .ToList();
        var names = of.Live.SelectMany(run => run.Ask.Needs).Select(need => need.Resource).Distinct();
        var resources = names.Select(view.Resource).OfType<Resource>().UnionBy(of.Paused, one => one.Name);
        var telling = Commands.Reading.Telling(view, now);
        var runs = pictures.Select(picture => Told(picture, telling, view.State.Aging)).ToList();
        return (new StatusReport(of.Scope, now, [.. resources.OrderBy(one => one.Name)], runs), pictures);
    }

    private static StatusRun Told(Picture picture, Telling telling, TimeSpan aging)
    {
        var run = picture.Run;
        var reason = picture.Reason ?? run.Stop?.Reason;
        var waits = run.State == RunState.Waiting;
        return new(
            run,
            waits ? picture.Place : null,
            [.. picture.Ahead.Select(ahead => ahead.Id)],
            reason is null ? null : ReasonWords.Of(reason, telling),
            reason is null ? null : ReasonWords.Brief(reason, telling)
        )
        {
            PassedBy = picture.Passers.Count(),
            PassableUntil = run.Place.PassableUntil(aging),
        };
    }
}
