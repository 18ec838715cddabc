namespace Baton.Runtime.Batches;

/// <summary>
/// Finds the words of a command that some program in it executes: a shell's script, an interpreter's one-liner, what
/// ssh gives to the shell over there. It errs on the side of finding too many, since the item would be executed; what it
/// can't know are programs that are not in its lists, and scripts that reach a shell by another way.
/// </summary>
internal static class ScriptWords
{
    private const string Place = ItemCommand.Place;

    // The letters of the option behind which the script stands.
    private static readonly Dictionary<string, string> Interpreters = new(StringComparer.Ordinal)
    {
        ["sh"] = "c",
        ["bash"] = "c",
        ["rbash"] = "c",
        ["dash"] = "c",
        ["ash"] = "c",
        ["ksh"] = "c",
        ["mksh"] = "c",
        ["rksh"] = "c",
        ["yash"] = "c",
        ["zsh"] = "c",
        ["fish"] = "c",
        ["csh"] = "c",
        ["tcsh"] = "c",
        ["nu"] = "c",
        ["busybox"] = "c",
        ["su"] = "c",
        ["sg"] = "c",
        ["runuser"] = "c",
        ["flock"] = "c",
        ["script"] = "c",
        ["expect"] = "c",
        ["python"] = "c",
        ["pypy"] = "c",
        ["perl"] = "eE",
        ["ruby"] = "e",
        ["lua"] = "e",
        ["luajit"] = "e",
        ["node"] = "ep",
        ["nodejs"] = "ep",
        ["bun"] = "ep",
        ["php"] = "rBRE",
        ["Rscript"] = "e",
        ["julia"] = "eE",
        ["osascript"] = "e",
        ["xterm"] = "e",
        ["env"] = "S",
    };

    private static readonly string[] LongOptions =
    [
        "--command",
        "--session-command",
        "--eval",
        "--exec",
        "--execute",
        "--print",
        "--run",
        "--split-string",
    ];

    // They put their words together to one script, so that an item is no argument of its own there.
    private static readonly string[] Joining = ["eval", "watch", "parallel", "tmux", "screen"];

    // https://man.openbsd.org/ssh#SYNOPSIS: the options that take an argument.
    private const string SshOptions = "BbcDEeFIiJLlmOoPpQRSWw";

    /// <summary>The first word with the item in it that would be executed; none if all is data.</summary>
    public static string? WithItem(IReadOnlyList<string> command)
    {
        for (var at = 0; at < command.Count; at++)
        {
            var rest = command.Skip(at + 1).ToList();
            var found = NameOf(command[at]) switch
            {
                "ssh" or "autossh" => OfSsh(rest),
                "pwsh" => OfPowerShell(rest),
                var name when Joining.Contains(name) => rest.Find(HasItem),
                var name when Interpreters.TryGetValue(name, out var letters) => OfInterpreter(rest, letters),
                _ => OfUnknown(command, at),
            };
            if (found is not null)
                return found;
        }
        return null;
    }

    // python3.12 is python.
    private static string NameOf(string word) => Path.GetFileName(word).TrimEnd("0123456789.-".ToCharArray());

    private static bool HasItem(string word) => word.Contains(Place, StringComparison.Ordinal);

    /// <summary>
    /// Behind the option, everything that is more than the item alone may be the script: between them may stand options
    /// with arguments of their own. The item alone is data as soon as something that may be the script is before it.
    /// </summary>
    private static string? OfInterpreter(List<string> words, string letters)
    {
        var option = words.FindIndex(word => IsScriptOption(word, letters));
        if (option < 0)
            return null;
        var script = option + 1;
        while (script < words.Count && words[script] is ['-' or '+', ..])
            script += words[script] is ['-' or '+', .., 'o' or 'O'] ? 2 : 1;
        return words
            .Where((word, at) => at >= option && HasItem(word) && (word != Place || at <= script))
            .FirstOrDefault();
    }

    private static bool IsScriptOption(string word, string letters) =>
        word is ['-', '-', ..]
            ? LongOptions.Contains(word.Split('=')[0])
            : word is ['-', ..] && word.Skip(1).TakeWhile(char.IsAsciiLetter).Any(letters.Contains);

    /// <summary>Everything behind the host goes to a shell over there, in one piece.</summary>
    private static string? OfSsh(List<string> words)
    {
        var host = 0;
        while (host < words.Count && words[host] is ['-', ..] option && option != "--")
        {
            var value = option.Length == 2 && host + 1 < words.Count ? words[host + 1] : option;
            if (HasItem(value) && value.Contains("command", StringComparison.OrdinalIgnoreCase))
                return value;
            host += option.Length == 2 && SshOptions.Contains(option[1], StringComparison.Ordinal) ? 2 : 1;
        }
        if (host < words.Count && words[host] == "--")
            host++;
        return words.Skip(host + 1).FirstOrDefault(HasItem);
    }

    // https://learn.microsoft.com/powershell/module/microsoft.powershell.core/about/about_pwsh: -Command, which may be
    // shortened, takes all that follows.
    private static string? OfPowerShell(List<string> words)
    {
        var option = words.FindIndex(word =>
            word.Length > 1 && "-command".StartsWith(word, StringComparison.OrdinalIgnoreCase)
        );
        return option < 0 ? null : words.Skip(option).FirstOrDefault(HasItem);
    }

    // A program that isn't known: what stands right behind its -c and has several words looks like a script.
    private static string? OfUnknown(IReadOnlyList<string> command, int at) =>
        at + 1 < command.Count
        && HasItem(command[at + 1])
        && command[at + 1].Any(char.IsWhiteSpace)
        && IsScriptOption(command[at], "c")
            ? command[at + 1]
            : null;
}
