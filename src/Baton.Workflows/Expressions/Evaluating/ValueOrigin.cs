namespace Baton.Workflows.Expressions.Evaluating;

/// <summary>Where a value comes from.</summary>
internal enum ValueOrigin
{
    /// <summary>An operator or a function made it.</summary>
    Made,

    /// <summary>It was found in a context.</summary>
    Found,
}
