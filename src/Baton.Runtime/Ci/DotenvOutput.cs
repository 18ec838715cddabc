using Baton.Workflows.Findings;

namespace Baton.Runtime.Ci;

/// <summary>
/// GitLab CI/CD: values for later jobs in a dotenv file that the job names in BATON_DOTENV and hands on as
/// <c>artifacts:reports:dotenv</c>. Its form has neither quotes nor line breaks nor empty lines
/// (https://docs.gitlab.com/ci/yaml/artifacts_reports/#artifactsreportsdotenv), so a value is put on one line.
/// </summary>
/// <param name="path">The file.</param>
public sealed class DotenvOutput(string path) : ICiOutput
{
    /// <inheritdoc/>
    public void Set(string name, string value)
    {
        OutputName.Check(name);
        ArgumentNullException.ThrowIfNull(value);
        var line = OneLine.Of(value.ReplaceLineEndings(" "), length: CiEnvironment.LongestValue);
        CiFile.Append(path, $"{VariableName(name)}={line.Trim()}\n");
    }

    /// <inheritdoc/>
    public void Summarize(string markdown) { }

    /// <inheritdoc/>
    public void Annotate(Annotation annotation) { }

    // With a prefix, so that no output of ours shadows PATH or a variable of GitLab's in later jobs.
    private static string VariableName(string name)
    {
        var upper = name.ToUpperInvariant().Replace('-', '_');
        return upper.StartsWith("BATON_", StringComparison.Ordinal) ? upper : $"BATON_{upper}";
    }
}
