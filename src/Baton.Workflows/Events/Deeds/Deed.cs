namespace Baton.Workflows.Events.Deeds;

/// <summary>Something that a person or a program does on GitHub, and the events that it emits.</summary>
/// <param name="Name">A short name.</param>
/// <param name="What">What is done, as half a sentence.</param>
/// <param name="Emits">
/// The events, in the order in which they happen; runs may start in another one, for GitHub promises none.
/// </param>
/// <param name="Sources">Where that is written.</param>
public sealed record Deed(
    string Name,
    string What,
    IReadOnlyList<Emission> Emits,
    params IReadOnlyList<string> Sources
);
