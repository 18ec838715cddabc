namespace Baton.Workflows.Expressions.Partial;

/// <summary>Nobody can say what comes of it; caught where the cases are gone through.</summary>
internal sealed class UntellableException(string why) : Exception(why);
