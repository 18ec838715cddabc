using Baton.Workflows.Expressions.Functions;

namespace Baton.Workflows.Expressions;

/// <summary>
/// The names that an expression may use at its place of a file. GitHub knows them when it reads the file, so that a name
/// that isn't there is an error of reading even where it would never be evaluated.
/// </summary>
public sealed class Vocabulary
{
    private readonly HashSet<string> contexts;
    private readonly Dictionary<string, Function> functions;

    /// <summary>Takes names over.</summary>
    /// <param name="contexts">The contexts.</param>
    /// <param name="further">Functions beside those that are there everywhere.</param>
    public Vocabulary(IEnumerable<string> contexts, params IEnumerable<Function> further)
    {
        this.contexts = new(contexts, StringComparer.OrdinalIgnoreCase);
        functions = new(StringComparer.OrdinalIgnoreCase);
        foreach (var function in FunctionTable.Everywhere.Concat(further))
            functions[function.Name] = function;
    }

    /// <summary>The contexts that GitHub has.</summary>
    public static IReadOnlyList<string> KnownContexts { get; } =
    ["github", "env", "vars", "job", "jobs", "steps", "runner", "secrets", "strategy", "matrix", "needs", "inputs"];

    /// <summary>The contexts.</summary>
    public IReadOnlyCollection<string> Contexts => contexts;

    /// <summary>The names of the functions.</summary>
    public IReadOnlyCollection<string> Functions => functions.Keys;

    /// <summary>Whether a context is there.</summary>
    public bool HasContext(string name) => contexts.Contains(name);

    /// <summary>A function, or null where there is none of that name.</summary>
    public Function? Function(string name) => functions.GetValueOrDefault(name);
}
