namespace Baton.Runtime.Forge;

/// <summary>One call of the service.</summary>
/// <param name="Method">GET, POST, PATCH.</param>
/// <param name="Address">Where.</param>
internal sealed record ForgeCall(HttpMethod Method, Uri Address)
{
    /// <summary>The body, as JSON; none for none.</summary>
    public byte[]? Body { get; init; }

    /// <summary>What it is for, in words that stand after "can't": "read branch main".</summary>
    public required string Deed { get; init; }

    /// <summary>What it needs of the token, as <c>permissions</c> of a workflow says it: "issues: write".</summary>
    public required string Permission { get; init; }

    /// <summary>What becomes of the world when it is done twice.</summary>
    public Repeating Repeating { get; init; }
}
