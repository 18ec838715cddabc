using Baton.Engine.Commands;
using Baton.Engine.Runs;

namespace Baton.Engine.Records;

/// <summary>What really became of an observed run: its command was started at its asking, whatever was decided.</summary>
/// <param name="Ask">What was asked.</param>
/// <param name="Took">How long its command ran.</param>
/// <param name="Conclusion">How its command ended: success, failure or cancelled.</param>
public sealed record Observation(Ask Ask, TimeSpan Took, Conclusion Conclusion);
