namespace Baton.Cli.Options;

/// <summary>Options of the verbs by which somebody who looks after a scope changes it.</summary>
public static class OperatingOptions
{
    /// <summary>Why.</summary>
    public static readonly Option<string> Reason = new(
        "reason",
        "WHY",
        "why, for the audit and for those whom it concerns",
        ValueReaders.Text(500)
    );

    /// <summary>Also what lives.</summary>
    public static readonly Option<bool> Force = new(
        "force",
        "",
        "also what lives, or can't be told to be dead; needs --reason",
        ValueReaders.Truth
    );
}
