namespace Baton.Runtime.Ci;

/// <summary>How grave an annotation is.</summary>
public enum AnnotationLevel
{
    /// <summary>Good to know.</summary>
    Notice,

    /// <summary>To be looked at.</summary>
    Warning,

    /// <summary>Why something failed.</summary>
    Error,
}
