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

    private static readonly string[] Shells = ["sh", "bash", "dash", "zsh", "ksh", "ash", "busybox", "fish"];

    /// <summary>The command for an item.</summary>
    public static IReadOnlyList<string> For(IReadOnlyList<string> command, string item) =>
        [.. command.Select(argument => argument.Replace(Place, item, StringComparison.Ordinal))];

    /// <summary>
    /// What is dangerous about a command, or nothing: inside a shell's script an item like <c>$(rm -rf ~)</c> would be
    /// executed.
    /// </summary>
    public static string? Fault(IReadOnlyList<string> command)
    {
        ArgumentNullException.ThrowIfNull(command);
        if (command.Count > 0 && command[0].Contains(Place, StringComparison.Ordinal))
            return $"the program itself can't be {Place}: an item is data, name the program that works on it";
        var script = ScriptOf(command);
        return script is not null && script.Contains(Place, StringComparison.Ordinal)
            ? $"{Place} stands inside a shell's script, where an item is executed: write \"${Variable}\" there instead"
            : null;
    }

    /// <summary>The argument after <c>-c</c> of the first shell in the command, which may stand behind env, sudo and others.</summary>
    private static string? ScriptOf(IReadOnlyList<string> command)
    {
        var shell = command.ToList().FindIndex(word => Shells.Contains(Path.GetFileName(word)));
        if (shell < 0)
            return null;
        var options = command.Skip(shell + 1).ToList();
        var at = options.FindIndex(word => word is ['-', not '-', ..] && word.Contains('c', StringComparison.Ordinal));
        return at < 0 || at + 1 == options.Count ? null : options[at + 1];
    }
}
