namespace Baton.Runtime.Kernel;

/// <summary>The marker in the environment of all that a run starts: <c>BATON_TREE_&lt;id&gt;=1</c>.</summary>
/// <remarks>
/// The name holds the id, not the value: so a run inside a run adds a marker, and its processes carry both.
/// The name must be one that a shell could set: dash drops all other variables from the environment of what it starts.
/// </remarks>
public static class TreeMark
{
    private const int LongestId = 64;

    /// <summary>The value of every marker.</summary>
    public const string Value = "1";

    /// <summary>The name of the environment variable that marks a run's processes.</summary>
    /// <param name="run">The run's id.</param>
    /// <exception cref="ArgumentException">It is not an id.</exception>
    public static string NameOf(string run) => "BATON_TREE_" + Check(run);

    /// <summary>Refuses what is not an id: it becomes part of a path and of a variable's name.</summary>
    internal static string Check(string run) =>
        run.Length is > 0 and <= LongestId && run.All(c => char.IsAsciiLetterOrDigit(c) || c == '_')
            ? run
            : throw new ArgumentException(
                $"'{run}' is no id: ASCII letters, digits and _ only, at most {LongestId}.",
                nameof(run)
            );
}
