using Baton.Cli.Output;
using Baton.Runtime.Asking;
using Baton.Workflows.Findings;

namespace Baton.Cli.Commands.Operating;

/// <summary><c>baton completion</c>: a shell's completion, made from the verbs and their options.</summary>
public static class CompletionCommand
{
    /// <summary>Its declaration.</summary>
    public static readonly Verb Verb = new("completion", "write a shell's completion of verbs and options")
    {
        Takes = "bash|zsh|fish",
        Words = (1, 1),
        Examples =
        [
            ("baton completion bash > ~/.local/share/bash-completion/completions/baton", "for bash"),
            ("baton completion zsh > ~/.zfunc/_baton", "for zsh, where ~/.zfunc is in fpath"),
            ("baton completion fish > ~/.config/fish/completions/baton.fish", "for fish"),
        ],
        Execute = ExecuteAsync,
    };

    private static async ValueTask<int> ExecuteAsync(Invocation call)
    {
        var script = call.Words[0] switch
        {
            "bash" => CompletionScript.Bash(VerbTree.Root),
            "zsh" => CompletionScript.Zsh(VerbTree.Root),
            "fish" => CompletionScript.Fish(VerbTree.Root),
            _ => throw new AskingException(
                AskingFault.Usage,
                $"{OneLine.Quoted(call.Words[0])} is not one of bash, zsh, fish"
            ),
        };
        await call.Surroundings.Out.WriteAsync(script).ConfigureAwait(false);
        return (int)ExitCode.Success;
    }
}
