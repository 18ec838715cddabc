using System.Text;
using Baton.Cli.Commands;
using static System.Globalization.CultureInfo;

namespace Baton.Cli.Output;

/// <summary>
/// Scripts that complete a command line in a shell. What stands after <c>--</c> is another program's and is left to the
/// shell's own ways.
/// </summary>
public static class CompletionScript
{
    /// <summary>For bash.</summary>
    public static string Bash(Verb root) => Functions(root) + "complete -o default -F _baton baton\n";

    /// <summary>For zsh, by its way of taking bash's.</summary>
    public static string Zsh(Verb root) =>
        "#compdef baton\nautoload -U +X bashcompinit && bashcompinit\n"
        + Functions(root)
        + "complete -o default -F _baton baton\n";

    /// <summary>For fish.</summary>
    public static string Fish(Verb root)
    {
        var text = new StringBuilder("complete -c baton -e\n");
        foreach (var (path, verb) in All(root))
        {
            var words = path.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            var inside = string.Join("; and ", words.Select(word => $"__fish_seen_subcommand_from {word}"));
            var condition = words.Length == 0 ? "__fish_use_subcommand" : inside;
            foreach (var below in verb.Verbs.Where(one => !one.IsHidden))
                text.Append(
                    InvariantCulture,
                    $"complete -c baton -f -n '{condition}' -a {below.Name} -d '{Safe(below.Says)}'\n"
                );
            foreach (var option in verb.Options)
                text.Append(
                    InvariantCulture,
                    $"complete -c baton -n '{condition}' -l {option.Flag[2..]}{(option.IsFlag ? "" : " -r")} -d '{Safe(option.Says)}'\n"
                );
        }

        return text.ToString();
    }

    private static string Functions(Verb root)
    {
        var text = new StringBuilder(
            """
            _baton() {
              local current="${COMP_WORDS[COMP_CWORD]}" verb="" i word
              for ((i = 1; i < COMP_CWORD; i++)); do
                word="${COMP_WORDS[i]}"
                [[ $word == -- ]] && return
                [[ $word != -* && ($i -eq 1 || $verb == audit) && $verb != *" "* ]] && verb="${verb:+$verb }$word"
              done
              local words=""
              case "$verb" in

            """
        );
        foreach (var (path, verb) in All(root))
        {
            var words = verb
                .Verbs.Where(one => !one.IsHidden)
                .Select(one => one.Name)
                .Concat(verb.Options.Select(option => option.Flag))
                .Append("--help");
            text.Append(InvariantCulture, $"    \"{path}\") words=\"{string.Join(' ', words)}\" ;;\n");
        }

        return text.Append("  esac\n  COMPREPLY=($(compgen -W \"$words\" -- \"$current\"))\n}\n").ToString();
    }

    private static IEnumerable<(string Path, Verb Verb)> All(Verb verb, string path = "") =>
        verb
            .Verbs.Where(below => !below.IsHidden)
            .SelectMany(below => All(below, $"{path} {below.Name}".Trim()))
            .Prepend((path, verb));

    // Our own texts, in single quotes of a shell.
    private static string Safe(string text) => text.Replace("'", "", StringComparison.Ordinal);
}
