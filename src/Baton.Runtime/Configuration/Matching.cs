namespace Baton.Runtime.Configuration;

/// <summary>Settings for all names that a pattern means.</summary>
public sealed record Matching<T>(NamePattern Pattern, T Settings);
