namespace Baton.Workflows.Events.Payloads;

/// <summary>The fields of an object in a payload, compared without case as expressions do.</summary>
public sealed class PayloadShape
{
    /// <summary>An object of which nothing is known.</summary>
    public static readonly PayloadShape Unknown = new(
        new Lazy<IReadOnlyList<PayloadField>>(() => []),
        new PayloadType.Anything()
    );

    private readonly Lazy<IReadOnlyList<PayloadField>> fields;

    internal PayloadShape(Lazy<IReadOnlyList<PayloadField>> fields, PayloadType? others) =>
        (this.fields, Others) = (fields, others);

    /// <summary>Its fields, by name.</summary>
    public IReadOnlyList<PayloadField> Fields => fields.Value;

    /// <summary>What others hold that it may have, too; null where it has none.</summary>
    public PayloadType? Others { get; }

    /// <summary>Whether a field is there, and what it holds.</summary>
    public FieldPresence Find(string name)
    {
        var field = Fields.FirstOrDefault(field => string.Equals(field.Name, name, StringComparison.OrdinalIgnoreCase));
        return field is not null ? FieldPresence.Of(field.IsAlways, field.Type)
            : Others is not null ? new FieldPresence.Sometimes(Others)
            : new FieldPresence.Never();
    }
}
