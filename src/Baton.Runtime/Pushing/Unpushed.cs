using System.Globalization;
using System.Text;
using Baton.Runtime.Asking;

namespace Baton.Runtime.Pushing;

/// <summary>A commit that is to get to the branch.</summary>
/// <param name="Commit">The commit.</param>
/// <param name="Parent">Its parent; null for a first commit.</param>
/// <param name="Trees">Its parent's tree, and its own.</param>
/// <param name="Id">Its push id.</param>
internal sealed record Unpushed(string Commit, string? Parent, (string Before, string After) Trees, string Id)
{
    /// <summary>The commits of a clone that its remote had not, when it was last asked; oldest first.</summary>
    /// <exception cref="AskingException">They are too many to be one push's.</exception>
    public static IReadOnlyList<Unpushed> Read(
        WorkRepository repository,
        (string From, string Head) range,
        Func<string, string, string> id
    )
    {
        if (range.From == range.Head)
            return [];
        const int Most = 1000;
        var lines = repository
            .Say(
                "log",
                "--reverse",
                "--topo-order",
                "--format=%H %T %P",
                $"--max-count={Most + 1}",
                range.Head,
                "--not",
                range.From,
                "--"
            )
            .Split('\n', StringSplitOptions.RemoveEmptyEntries);
        if (lines.Length > Most)
            throw new AskingException(
                AskingFault.Input,
                $"more than {Most.ToString(CultureInfo.InvariantCulture)} commits of this clone are not on the remote's branch: push them yourself first"
            );
        return [.. lines.Select(line => Read(repository, line.Split(' '), id))];
    }

    /// <summary>One commit: its name, its tree, its parents.</summary>
    public static Unpushed Read(WorkRepository repository, string[] words, Func<string, string, string> id)
    {
        var parent = words.Length > 2 && words[2].Length > 0 ? words[2] : null;
        var before = parent is null ? null : repository.Find($"{parent}^{{tree}}");
        return new Unpushed(
            words[0],
            words.Length > 3 ? "" : parent, // a merge has no one parent
            (before ?? repository.Feed(default, "hash-object", "-t", "tree", "-w", "--stdin"), words[1]),
            id(parent ?? "", words[1])
        );
    }

    /// <summary>Whether it is a merge, which can't be put on another commit.</summary>
    public bool IsMerge => Parent is { Length: 0 };

    /// <summary>Its author, date and message, with its push id, for a commit that takes its place.</summary>
    public CommitText Text(WorkRepository repository)
    {
        var raw = repository.Say("cat-file", "commit", Commit);
        var end = raw.IndexOf("\n\n", StringComparison.Ordinal);
        var (head, message) = end < 0 ? (raw, "") : (raw[..end], raw[(end + 2)..]);
        var author = Array.Find(head.Split('\n'), line => line.StartsWith("author ", StringComparison.Ordinal)) ?? "";
        var (open, close) = (author.IndexOf('<', StringComparison.Ordinal), author.LastIndexOf('>'));
        var variables = new Dictionary<string, string>
        {
            ["GIT_AUTHOR_NAME"] = Utf8(author[7..(open - 1)]),
            ["GIT_AUTHOR_EMAIL"] = Utf8(author[(open + 1)..close]),
            ["GIT_AUTHOR_DATE"] = $"@{author[(close + 2)..]}",
        };
        var trailer = $"{PushTrailer.Key}: {Id}";
        var text = message.Contains(trailer, StringComparison.Ordinal) ? message : PushTrailer.Add(message, trailer);
        return new CommitText(Encoding.Latin1.GetBytes(text), variables);
    }

    private static string Utf8(string raw) => Encoding.UTF8.GetString(Encoding.Latin1.GetBytes(raw));
}
