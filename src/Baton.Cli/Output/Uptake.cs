namespace Baton.Cli.Output;

/// <summary>What becomes of a granted run once it was told.</summary>
internal abstract record Uptake
{
    private Uptake() { } // closed: every case is here

    /// <summary>The exit code.</summary>
    public required int Code { get; init; }

    /// <summary>The keeper keeps it for the steps to come.</summary>
    public sealed record Kept : Uptake;

    /// <summary>It is over already, or nobody wants it: the keeper ends it if it is not.</summary>
    public sealed record Left : Uptake;
}
