namespace Baton.Runtime.Observing;

/// <summary>
/// The scope beside a scope in which what is observed is decided. In the scope itself an observed run would take the
/// place of runs that do wait, and could stop them; here the same engine decides about observed runs among themselves,
/// and nothing of it touches a run that enforces.
/// </summary>
public static class ObservedScope
{
    /// <summary>What stands after the name of the scope that is observed.</summary>
    public const string Mark = "#observed";

    /// <summary>The name of the observed scope of a scope.</summary>
    public static string Of(string scope)
    {
        ArgumentNullException.ThrowIfNull(scope);
        return Is(scope) ? scope : scope + Mark;
    }

    /// <summary>Whether a name is that of an observed scope.</summary>
    public static bool Is(string scope)
    {
        ArgumentNullException.ThrowIfNull(scope);
        return scope.EndsWith(Mark, StringComparison.Ordinal);
    }
}
