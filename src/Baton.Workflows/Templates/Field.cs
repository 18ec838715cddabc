namespace Baton.Workflows.Templates;

/// <summary>What a source of fields knows about one path.</summary>
public abstract record Field
{
    private Field() { } // closed: every case is here

    /// <summary>The field has a value that can be written as text.</summary>
    public sealed record Text(string Value) : Field;

    /// <summary>The field is there, but null or nothing but spaces.</summary>
    public sealed record Empty : Field;

    /// <summary>The field is not there.</summary>
    /// <param name="Near">The nearest field that is, where there is one.</param>
    public sealed record Missing(string? Near = null) : Field;

    /// <summary>The field is there, but can't be text: an object, an array, broken text.</summary>
    /// <param name="Kind">What it is, with its article.</param>
    public sealed record Unfit(string Kind) : Field;
}
