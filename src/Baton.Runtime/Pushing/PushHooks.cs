using System.Text;
using Baton.Runtime.Asking;
using Baton.Runtime.Git;

namespace Baton.Runtime.Pushing;

/// <summary>
/// The clone's hooks around a commit, as `git commit` runs them: https://git-scm.com/docs/githooks. `pre-push` is run by git's
/// own push.
/// </summary>
/// <param name="repository">The clone, with the index of the commit that is made.</param>
/// <param name="root">The root of the work tree.</param>
/// <param name="messageFile">A file for the message.</param>
internal sealed class PushHooks(WorkRepository repository, string root, string messageFile)
{
    // A hook may run tests.
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(30);

    /// <summary>Runs what stands before a commit; it may change what is in the index.</summary>
    /// <exception cref="AskingException">A hook says no.</exception>
    public void BeforeCommit() => Run("pre-commit");

    /// <summary>The message, as the hooks leave it.</summary>
    /// <exception cref="AskingException">A hook says no.</exception>
    public string Message(string message)
    {
        File.WriteAllText(messageFile, $"{message.TrimEnd()}\n");
        Run("prepare-commit-msg", messageFile, "message");
        Run("commit-msg", messageFile);
        return Encoding.UTF8.GetString(File.ReadAllBytes(messageFile));
    }

    private void Run(string hook, params string[] arguments)
    {
        var place = repository.In(root).Place;
        var end = repository.Try(
            new GitCall(place, ["hook", "run", "--ignore-missing", hook, "--", .. arguments])
            {
                RunsHooks = true,
                Deadline = Longest,
                Variables = new Dictionary<string, string> { ["GIT_EDITOR"] = ":" },
            }
        );
        if (end is not GitEnd.Done)
            throw new AskingException(
                AskingFault.Input,
                $"not pushed: the hook {hook} of this clone says no{(end.Message.Length > 0 ? $": {end.Message}" : "")}"
            );
    }
}
