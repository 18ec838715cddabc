using Baton.Workflows.Expressions.Values;

namespace Baton.Workflows.Events.Contexts;

/// <summary>Looks into a payload, as an expression would.</summary>
internal readonly record struct PayloadReader(Value.Object Payload)
{
    /// <summary>The value at a way of names with dots between them; nothing where there is none.</summary>
    public Value Find(string path)
    {
        Value found = Payload;
        foreach (var name in path.Split('.'))
            found = (found as Value.Object)?.Properties.Find(name) ?? Value.Null.Value;
        return found;
    }

    /// <summary>The text there, or null where there is none, or an empty one.</summary>
    public string? Text(string path) =>
        Find(path) switch
        {
            Value.Text { Content.Length: > 0 } text => text.Content,
            Value.Number number => Coercion.FormatNumber(number.Amount),
            _ => null,
        };

    /// <summary>Whether it says true there.</summary>
    public bool IsTrue(string path) => Find(path) is Value.Boolean { Truth: true };

    /// <summary>Whether it says false there.</summary>
    public bool IsFalse(string path) => Find(path) is Value.Boolean { Truth: false };
}
