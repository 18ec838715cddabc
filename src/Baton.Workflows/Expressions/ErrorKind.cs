namespace Baton.Workflows.Expressions;

/// <summary>At which step an expression failed.</summary>
public enum ErrorKind
{
    /// <summary>Something in it is no word of the language.</summary>
    Lexing,

    /// <summary>The words don't make an expression, or name what isn't there.</summary>
    Parsing,

    /// <summary>It could not be evaluated with what was given.</summary>
    Evaluation,
}
