using YamlDotNet.Core;

namespace Baton.Workflows.Yaml;

/// <summary>The builder stops here: the file goes over a limit. It never leaves the reader.</summary>
internal sealed class YamlRefusedException(YamlSpan at, string message, string? hint = null)
    : YamlException(new Mark(0, at.Line, at.Column), new Mark(0, at.EndLine, at.EndColumn), message)
{
    public string? Hint { get; } = hint;
}
