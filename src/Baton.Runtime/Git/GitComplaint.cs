using Baton.Workflows.Findings;

namespace Baton.Runtime.Git;

/// <summary>
/// What git means when it fails. It has few exit codes, so its words are read, which are always English here
/// (LC_ALL=C); whatever is not known is <see cref="GitEnd.Other"/>, and nothing is guessed to be a success.
/// </summary>
public static class GitComplaint
{
    private const int Longest = 600;

    // refs/files-backend.c, lockfile.c: a lock file that is there. A ref that "is at" something else is a lost race.
    private static readonly string[] Locks = [".lock': File exists", "Another git process seems to be running"];

    private static readonly string[] Denials =
    [
        "returned error: 403",
        "Write access to repository not granted",
        "has been marked as read only", // a deploy key of GitHub's
        "denied to ", // "Permission to OWNER/NAME.git denied to SOMEBODY"
        "You are not allowed to push",
        "permission denied for writing", // Gitea, Forgejo
        "You are not allowed to upload code", // GitLab's deploy tokens
        "unable to create temporary object directory",
        "insufficient permission for adding an object",
        "Read-only file system",
        "service not enabled", // git daemon and http-backend
    ];

    private static readonly string[] Strangers =
    [
        "Authentication failed",
        "could not read Username",
        "could not read Password",
        "terminal prompts disabled",
        "Invalid username or",
        "returned error: 401",
        "Permission denied (", // ssh
        "Host key verification failed",
        "HTTP Basic: Access denied",
    ];

    private static readonly string[] Distances =
    [
        "Could not resolve host",
        "Could not resolve proxy",
        "Temporary failure in name resolution",
        "Name or service not known",
        "Failed to connect",
        "Couldn't connect",
        "Connection refused",
        "Connection timed out",
        "Operation timed out",
        "Operation too slow",
        "Connection reset",
        "Connection closed",
        "Network is unreachable",
        "No route to host",
        "hung up unexpectedly",
        "early EOF",
        "unexpected disconnect",
        "Empty reply from server",
        "RPC failed",
        "transfer closed",
        "unable to access", // http, and none of the answers above
        "returned error: 429",
        "returned error: 5",
    ];

    /// <summary>What an end with an exit code means.</summary>
    public static GitEnd Judge(int code, string output, string errors)
    {
        var said = Tell(errors);
        var refs = PushedRef.Read(output);
        if (refs.Any(one => one.Fate == RefFate.Unknown))
            return new GitEnd.Network(said.Length > 0 ? said : "the remote left without saying what it did");
        if (Has(errors, Locks) || refs.Any(one => Has(one.Detail, Locks)))
            return new GitEnd.Locked(said);
        if (Has(errors, Strangers))
            return new GitEnd.Authentication(said);
        if (Has(errors, Denials))
            return new GitEnd.Denied(said);
        if (refs.Any(one => one.Fate == RefFate.Refused))
            return new GitEnd.Refused([.. refs.Select(Plain)], said);
        return Has(errors, Distances)
            ? new GitEnd.Network(said)
            : new GitEnd.Other(code, said.Length > 0 ? said : $"git ended with {code}");
    }

    /// <summary>Whether the remote names its objects otherwise than the repository from which it was reached.</summary>
    public static bool IsOfOtherFormat(GitEnd end)
    {
        ArgumentNullException.ThrowIfNull(end);
        // The words of git's fetch-pack.c and send-pack.c; of a remote that has nothing yet only the second are heard.
        return Has(end.Message, ["mismatched algorithms", "does not support this repository's hash algorithm"]);
    }

    /// <summary>What it said, on one line, without secrets and without advice.</summary>
    public static string Tell(string errors)
    {
        var lines = errors
            .Split('\n')
            .Select(line => line.Trim())
            .Where(line => line.Length > 0 && !line.StartsWith("hint:", StringComparison.Ordinal))
            .Select(line => line.StartsWith("remote: ", StringComparison.Ordinal) ? line[8..].Trim() : line);
        return OneLine.Of(Secrets.Mask(string.Join("; ", lines)), Longest);
    }

    private static PushedRef Plain(PushedRef one) =>
        one with
        {
            Detail = OneLine.Of(Secrets.Mask(one.Detail), Longest),
        };

    private static bool Has(string text, string[] words) =>
        Array.Exists(words, word => text.Contains(word, StringComparison.OrdinalIgnoreCase));
}
