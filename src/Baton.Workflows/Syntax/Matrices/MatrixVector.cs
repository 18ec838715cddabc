using Baton.Workflows.Yaml;

namespace Baton.Workflows.Syntax.Matrices;

/// <summary>A name of a matrix and the values that it takes in turn.</summary>
public sealed record MatrixVector(YamlScalar Name, Setting<YamlSequence> Values);
