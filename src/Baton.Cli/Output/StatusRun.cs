using Baton.Engine;
using Baton.Engine.Runs;
using Baton.Runtime.Estimates;

namespace Baton.Cli.Output;

/// <summary>A live run, with all that is to be told of it.</summary>
/// <param name="Run">The run.</param>
/// <param name="Place">Its place in line, if it waits; 1 is next.</param>
/// <param name="Ahead">The runs ahead of it.</param>
/// <param name="Why">Why it stands where it stands, as a sentence.</param>
/// <param name="Estimate">How long it will still wait, or run.</param>
public sealed record StatusRun(Run Run, int? Place, IReadOnlyList<RunId> Ahead, string? Why, Spread? Estimate);
