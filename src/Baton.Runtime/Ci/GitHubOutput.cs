using System.Text;

namespace Baton.Runtime.Ci;

/// <summary>
/// GitHub Actions: files for values and the summary, lines on the output for annotations
/// (https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands).
/// </summary>
/// <param name="files">The paths in GITHUB_OUTPUT and GITHUB_STEP_SUMMARY, null where they are not set.</param>
/// <param name="commands">Where the runner reads commands: standard output or standard error.</param>
/// <param name="nonce">
/// Fresh letters and digits that nobody can guess, at least 16 of them. They end a value in the file: with an end that
/// is known beforehand, a title could end its own value and go on to set others.
/// </param>
public sealed class GitHubOutput((string? Values, string? Summary) files, TextWriter commands, Func<string> nonce)
    : ICiOutput
{
    /// <summary>The most bytes of a summary: a step's is refused whole above 1 MiB.</summary>
    public const int LargestSummary = 1_000_000;

    /// <inheritdoc/>
    public void Set(string name, string value)
    {
        OutputName.Check(name);
        ArgumentNullException.ThrowIfNull(value);
        if (files.Values is null)
            return;
        var end = $"baton_{nonce()}";
        while (value.Contains(end, StringComparison.Ordinal))
            end = $"{end}_{nonce()}";
        CiFile.Append(files.Values, $"{name}<<{end}\n{value}\n{end}\n");
    }

    /// <inheritdoc/>
    public void Summarize(string markdown)
    {
        ArgumentNullException.ThrowIfNull(markdown);
        if (files.Summary is null)
            return;
        var text = markdown.EndsWith('\n') ? markdown : markdown + "\n";
        if (Encoding.UTF8.GetByteCount(text) > LargestSummary)
            text = text[..(LargestSummary / 4)] + "\n\n*(cut: the summary is too long)*\n";
        CiFile.Append(files.Summary, text);
    }

    /// <inheritdoc/>
    public void Annotate(Annotation annotation)
    {
        ArgumentNullException.ThrowIfNull(annotation);
        commands.WriteLine(GitHubCommand.For(annotation));
    }
}
