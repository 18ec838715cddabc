using System.Globalization;
using Baton.Engine;
using Baton.Engine.Commands;
using Baton.Engine.Resources;
using Baton.Engine.Runs;

namespace Baton.Tests.Engine.Scenarios;

/// <summary>Reads what a <c>request</c> line asks for. Its settings are meant for all the groups that it names.</summary>
internal static class Asking
{
    public static Ask Read(Sentence line)
    {
        var run = line.One("run");
        return new Ask
        {
            Run = new(run),
            Request = new(line.Find("request") ?? "request-" + run),
            Owner = new("here", line.Find("owner") ?? "owner-" + run),
            Needs = [.. Groups(line), .. Keys(line), .. Rates(line)],
            Priority = line.Number("priority") ?? Limits.DefaultPriority,
            Lease = line.Span("lease") ?? TimeSpan.FromSeconds(60),
            TakeUp = line.Span("take-up"),
            MaxWait = line.Span("max-wait"),
            Delay = line.Span("delay") ?? TimeSpan.Zero,
            Parent = line.Find("parent") is { } parent ? new RunId(parent) : null,
            Filtered = line.Find("filtered"),
            Aging = line.Span("aging") ?? Limits.Aging,
            Origin = OriginOf(line),
        };
    }

    public static ResourceSettings Settings(Sentence line)
    {
        var policy = line.Find("policy") is { } name ? Policy.Find(name).ShouldNotBeNull() : ResourceSettings.Default;
        return policy with
        {
            Capacity = line.Number("capacity") ?? policy.Capacity,
            Line = line.Number("max-pending") ?? policy.Line,
            Overflow = line.Find("overflow") switch
            {
                "reject" => Overflow.Reject,
                "drop-older" => Overflow.DropOlder,
                _ => policy.Overflow,
            },
            Order = line.Find("order") == "fifo" ? LineOrder.Fifo : LineOrder.Priority,
            Preempted = line.Find("preempted") == "requeue" ? Preempted.Requeue : Preempted.End,
            Debounce = line.Span("debounce") ?? TimeSpan.Zero,
        };
    }

    private static IEnumerable<Need> Groups(Sentence line)
    {
        var (settings, lockDelay) = (Settings(line), line.Span("lock-delay"));
        foreach (var parts in line.All("group").Select(group => group.Split('=')))
            yield return Need.Group(parts[0], parts.Length > 1 ? Units(parts[1]) : 1, settings, lockDelay);
    }

    private static IEnumerable<Need> Keys(Sentence line)
    {
        var (window, holds) = (line.Span("window") ?? TimeSpan.Zero, line.Find("on-failure") == "hold");
        var (waits, again) = (line.Find("on-duplicate") == "wait", line.Says("again"));
        var delay = line.Span("key-lock-delay");
        foreach (var key in line.All("key"))
        {
            var need = Need.Key(key, window, holds) with { WaitsForOwner = waits, AsksAgain = again };
            yield return need with
            {
                Linger = need.Linger with { LockDelay = delay },
            };
        }
    }

    /// <summary>A rate is written as <c>rate=name:2/60s</c>.</summary>
    private static IEnumerable<Need> Rates(Sentence line)
    {
        foreach (var parts in line.All("rate").Select(rate => rate.Split(':', '/')))
            yield return Need.Rate(parts[0], int.Parse(parts[1], CultureInfo.InvariantCulture), Spans.Parse(parts[2]));
    }

    private static int Units(string text) =>
        text == "exclusive" ? Need.All : int.Parse(text, CultureInfo.InvariantCulture);

    private static Origin OriginOf(Sentence line) =>
        new()
        {
            Workflow = line.Find("workflow"),
            Number = line.Number("number"),
            Attempt = line.Number("attempt"),
        };
}
