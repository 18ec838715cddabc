using Baton.Workflows.Yaml;

namespace Baton.Workflows.Syntax.Matrices;

/// <summary>
/// The forms of a job: every combination of the values of its vectors, less those that are excluded, with those that are
/// included: https://docs.github.com/en/actions/how-tos/write-workflows/choose-what-workflows-do/run-job-variations
/// </summary>
/// <param name="Node">Where it stands.</param>
/// <param name="Vectors">The vectors, in the order of the file.</param>
/// <param name="Include">What is added.</param>
/// <param name="Exclude">What is left out.</param>
public sealed record Matrix(
    YamlMapping Node,
    IReadOnlyList<MatrixVector> Vectors,
    Setting<YamlSequence>? Include,
    Setting<YamlSequence>? Exclude
);
