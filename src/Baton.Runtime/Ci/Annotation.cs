namespace Baton.Runtime.Ci;

/// <summary>A message for people, as CI services show it beside a run.</summary>
/// <param name="Level">How grave it is.</param>
/// <param name="Message">What it says; may have several lines.</param>
public sealed record Annotation(AnnotationLevel Level, string Message)
{
    /// <summary>A few words above the message.</summary>
    public string? Title { get; init; }

    /// <summary>The file that it concerns, from the repository's root.</summary>
    public string? File { get; init; }

    /// <summary>The line there, from 1.</summary>
    public int? Line { get; init; }

    /// <summary>The column there, from 1.</summary>
    public int? Column { get; init; }
}
