namespace Baton.Cli.Commands;

/// <summary>What is to be done by somebody who may only read the store.</summary>
internal abstract record Onlooking
{
    private Onlooking() { } // closed: every case is here

    /// <summary>It ends with the store's own error.</summary>
    public sealed record Fails : Onlooking;

    /// <summary>It isn't started, and that is no error.</summary>
    /// <param name="Why">Why, without a full stop.</param>
    public sealed record Skips(string Why) : Onlooking;

    /// <summary>It goes on unprotected, since nobody has what it would ask for.</summary>
    public sealed record Proceeds : Onlooking;
}
