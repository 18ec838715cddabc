using Baton.Workflows.Yaml;

namespace Baton.Workflows.Rules;

/// <summary>What a rule found.</summary>
/// <param name="File">The file.</param>
/// <param name="Node">Where.</param>
/// <param name="Message">One sentence without its full stop; foreign text in it is on one line.</param>
/// <param name="Hint">What to do about it.</param>
public sealed record Suspicion(string File, YamlNode Node, string Message, string Hint);
