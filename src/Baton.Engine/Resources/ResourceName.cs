namespace Baton.Engine.Resources;

/// <summary>The name of a resource in its scope; compares without case, since it is folded when made.</summary>
public readonly record struct ResourceName : IComparable<ResourceName>
{
    private ResourceName(ResourceKind kind, string name) => (Kind, Name) = (kind, name);

    /// <summary>Group, key or rate.</summary>
    public ResourceKind Kind { get; }

    /// <summary>The folded name.</summary>
    public string Name { get; }

    /// <summary>Names a resource.</summary>
    /// <exception cref="ArgumentException">The name is empty, longer than <see cref="Limits.NameLength"/> or has control characters.</exception>
    public static ResourceName Of(ResourceKind kind, string name)
    {
        if (Fault(name) is { } fault)
            throw new ArgumentException(fault, nameof(name));
        return new(kind, name.ToLowerInvariant());
    }

    /// <summary>Names a group.</summary>
    public static ResourceName Group(string name) => Of(ResourceKind.Group, name);

    /// <summary>Names a key.</summary>
    public static ResourceName Key(string name) => Of(ResourceKind.Key, name);

    /// <summary>Says what is wrong with a name, or nothing if it may be used.</summary>
    public static string? Fault(string name) =>
        string.IsNullOrWhiteSpace(name) ? "a name can't be empty"
        : name.Length > Limits.NameLength
            ? $"a name has at most {Limits.NameLength} characters, this one has {name.Length}"
        : name.Any(char.IsControl) ? "a name can't have control characters"
        : null;

    /// <summary>Orders by kind, then by name.</summary>
    public int CompareTo(ResourceName other) =>
        Kind != other.Kind ? Kind.CompareTo(other.Kind) : string.CompareOrdinal(Name, other.Name);

    /// <inheritdoc/>
    public override string ToString() => Name;
}
