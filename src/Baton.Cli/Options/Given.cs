namespace Baton.Cli.Options;

/// <summary>A value of an option, and where it was given.</summary>
/// <param name="Value">The value, of the option's type; a list of them for one that repeats.</param>
/// <param name="Source">The flag or the variable, for messages.</param>
/// <param name="FromVariable">Whether it comes from the environment.</param>
public sealed record Given(object Value, string Source, bool FromVariable);
