using Baton.Workflows.Findings;

namespace Baton.Runtime.Batches;

/// <summary>
/// The command of a batch, with the item in the place of <c>{item}</c>. Only that is replaced: other braces belong to the
/// command. An item is part of one argument and never becomes two.
/// </summary>
public static class ItemCommand
{
    /// <summary>What stands for the item in an argument.</summary>
    public const string Place = "{item}";

    /// <summary>The variable that gives the item to the command.</summary>
    public const string Variable = "BATON_ITEM";

    private const int LongestShown = 80;

    /// <summary>The command for an item.</summary>
    public static IReadOnlyList<string> For(IReadOnlyList<string> command, string item) =>
        [.. command.Select(argument => argument.Replace(Place, item, StringComparison.Ordinal))];

    /// <summary>
    /// What is dangerous about a command, or nothing: inside a script an item like <c>$(rm -rf ~)</c> would be executed.
    /// </summary>
    public static string? Fault(IReadOnlyList<string> command)
    {
        ArgumentNullException.ThrowIfNull(command);
        if (command.Count > 0 && command[0].Contains(Place, StringComparison.Ordinal))
            return $"the program itself can't be {Place}: an item is data, name the program that works on it";
        return ScriptWords.WithItem(command) is { } script
            ? $"{Place} stands inside a script, where an item is executed: {OneLine.Quoted(OneLine.Of(script, LongestShown))}. "
                + $"Write \"${Variable}\" there instead, or give {Place} to the script as an argument of its own"
            : null;
    }
}
