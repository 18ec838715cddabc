using Baton.Workflows.Expressions.Embedding;
using Baton.Workflows.Expressions.Syntax;
using Baton.Workflows.Yaml;

namespace Baton.Workflows.Syntax.Checks;

/// <summary>
/// Whether two groups are one whatever happens. Names compare without case:
/// https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#concurrency. Expressions of the
/// same text are the same name where they read only what is the same in all of a run, callers and called alike.
/// </summary>
internal static class SameGroup
{
    private static readonly string[] OfTheRun = ["github", "vars"];

    public static bool Are(Setting<string> left, Setting<string> right) =>
        TextOf(left).Length > 0
        && string.Equals(TextOf(left), TextOf(right), StringComparison.OrdinalIgnoreCase)
        && IsOfTheRun(left)
        && IsOfTheRun(right);

    public static string TextOf(Setting<string> group) => ((YamlScalar)group.Node).AsText().Trim();

    private static bool IsOfTheRun(Setting<string> group) =>
        group is not Setting<string>.Computed { Text: var text }
        || text.Parts.OfType<EmbeddedPart.Embedded>()
            .All(part => part.Expression.Root is null || IsOfTheRun(part.Expression.Root));

    // The job is a context of its own inside of github: github.job.
    private static bool IsOfTheRun(Node node) =>
        node switch
        {
            Node.Context context => OfTheRun.Contains(context.Name, StringComparer.OrdinalIgnoreCase),
            Node.Index { Key: Node.Literal { Value: var key } } when IsJob(key) => false,
            _ => node.Parts.All(IsOfTheRun),
        };

    private static bool IsJob(Expressions.Values.Value key) =>
        string.Equals(Expressions.Values.Coercion.ToText(key), "job", StringComparison.OrdinalIgnoreCase);
}
