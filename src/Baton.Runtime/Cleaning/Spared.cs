using Baton.Engine;

namespace Baton.Runtime.Cleaning;

/// <summary>What is left alone: it lives, or can't be told to be dead.</summary>
/// <param name="Run">Whose it is.</param>
/// <param name="What">What it is: `run 01J…`, or a path.</param>
/// <param name="Why">Why, as the end of a sentence that begins with it.</param>
public sealed record Spared(RunId Run, string What, string Why)
{
    /// <summary>The sentence.</summary>
    public string Sentence => $"{What} {Why}";
}
