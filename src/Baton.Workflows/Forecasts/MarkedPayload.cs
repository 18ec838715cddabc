using System.Text;
using Baton.Workflows.Events;
using Baton.Workflows.Events.Payloads;
using Baton.Workflows.Expressions.Partial;
using Baton.Workflows.Expressions.Values;

namespace Baton.Workflows.Forecasts;

/// <summary>
/// A payload in which every text and number that is always there is a mark with its way in it. What the run facts of an
/// event make of it is what they make of any payload, and the marks say of what.
/// </summary>
internal static class MarkedPayload
{
    // Nothing that becomes a fact lies deeper: workflow_run.actor.login.
    private const int Depth = 3;

    /// <summary>The payload.</summary>
    /// <param name="name">The event.</param>
    /// <param name="shape">Its fields.</param>
    /// <param name="fixedValues">What isn't marked but has a value, by way.</param>
    public static EventInstance Of(string name, PayloadShape shape, IReadOnlyDictionary<string, Value> fixedValues) =>
        new(name, Object(shape, "", fixedValues));

    /// <summary>A text in pieces: literals, and ways from <c>github.event</c>.</summary>
    public static IReadOnlyList<(string Text, bool IsWay)> Pieces(string text)
    {
        var pieces = new List<(string, bool)>();
        var piece = new StringBuilder();
        foreach (var letter in text)
        {
            if (letter is not (Marks.Open or Marks.Close))
            {
                piece.Append(letter);
                continue;
            }

            if (piece.Length > 0)
                pieces.Add((piece.ToString(), letter == Marks.Close));
            piece.Clear();
        }

        if (piece.Length > 0)
            pieces.Add((piece.ToString(), false));
        return pieces;
    }

    private static Value.Object Object(PayloadShape shape, string above, IReadOnlyDictionary<string, Value> fixedValues)
    {
        var properties = new List<KeyValuePair<string, Value>>();
        foreach (var field in shape.Fields)
        {
            var way = above + field.Name;
            var value =
                fixedValues.TryGetValue(way, out var set) ? set
                : field.IsAlways ? Marked(field.Type, way, fixedValues)
                : null;
            if (value is not null)
                properties.Add(new(field.Name, value));
        }

        return new Value.Object(new Properties(properties));
    }

    private static Value? Marked(PayloadType type, string way, IReadOnlyDictionary<string, Value> fixedValues) =>
        type switch
        {
            PayloadType.Text { CanBeEmpty: false } or PayloadType.Number => Value.Of($"{Marks.Open}{way}{Marks.Close}"),
            PayloadType.Object item when way.Count(letter => letter == '.') < Depth - 1 => Object(
                item.Shape,
                way + '.',
                fixedValues
            ),
            _ => null,
        };
}
