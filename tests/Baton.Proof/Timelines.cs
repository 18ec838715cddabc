using System.Text;
using Baton.Proof.Exploring;

namespace Baton.Proof;

/// <summary>The way to a fault, for people: one line a step, one column an actor.</summary>
internal static class Timelines
{
    public static string Of(string title, Exploration found)
    {
        var text = new StringBuilder(title).Append('\n');
        var actors = found.Timeline.Select(step => step.Actor).Distinct().ToList();
        var width = actors.Select(actor => actor.Length).DefaultIfEmpty().Max() + 2;
        foreach (var (index, (actor, says)) in found.Timeline.Index())
            text.Append($"{index + 1, 3}  ")
                .Append(' ', actors.IndexOf(actor) * 4)
                .Append(actor.PadRight(width))
                .Append(says)
                .Append('\n');
        return text.Append("  => ").Append(found.Fault).Append('\n').ToString();
    }
}
