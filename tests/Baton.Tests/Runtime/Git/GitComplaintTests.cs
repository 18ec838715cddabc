using Baton.Runtime.Git;

namespace Baton.Tests.Runtime.Git;

/// <summary>The words of real servers: each is from the service that its row names.</summary>
public sealed class GitComplaintTests
{
    [Theory]
    [InlineData(
        "Denied",
        "remote: Permission to o/n.git denied to bot.\nfatal: unable to access 'https://github.com/o/n/': The requested URL returned error: 403"
    )]
    [InlineData(
        "Denied",
        "remote: Write access to repository not granted.\nfatal: unable to access 'https://github.com/o/n/': The requested URL returned error: 403"
    )]
    [InlineData(
        "Denied",
        "ERROR: The key you are authenticating with has been marked as read only.\nfatal: Could not read from remote repository."
    )]
    [InlineData(
        "Denied",
        "remote: You are not allowed to push code to this project.\nfatal: unable to access 'https://gitlab.com/o/n/': The requested URL returned error: 403"
    )]
    [InlineData("Authentication", "fatal: could not read Username for 'https://github.com': terminal prompts disabled")]
    [InlineData(
        "Authentication",
        "remote: Invalid username or password.\nfatal: Authentication failed for 'https://github.com/o/n/'"
    )]
    [InlineData("Network", "fatal: unable to access 'https://github.com/o/n/': Could not resolve host: github.com")]
    [InlineData(
        "Network",
        "error: RPC failed; HTTP 502 curl 22 The requested URL returned error: 502\nfatal: the remote end hung up unexpectedly"
    )]
    [InlineData("Locked", "error: cannot lock ref 'refs/x': Unable to create '/r/refs/x.lock': File exists.")]
    [InlineData("Other", "fatal: bad object")]
    public void An_end_is_told_by_its_words(string kind, string said) =>
        GitComplaint.Judge(128, "", said).GetType().Name.ShouldBe(kind);

    [Fact]
    public void A_remote_that_left_in_the_middle_of_a_push_leaves_nobody_knowing() =>
        GitComplaint
            .Judge(1, "!\tHEAD:refs/x\t[remote failure] (remote failed to report status)\n", "")
            .ShouldBeOfType<GitEnd.Network>();

    [Fact]
    public void A_message_is_one_line_without_secrets() =>
        GitComplaint
            .Judge(128, "", "fatal: 'https://me:word@host/x'\nhint: do this\u001b[2J\n")
            .Message.ShouldBe("fatal: 'https://***@host/x'");

    [Fact]
    public void Every_end_has_its_message()
    {
        GitEnd[] ends =
        [
            new GitEnd.Done(default),
            new GitEnd.Refused([new("refs/x", RefFate.Refused, "no")], "why"),
            new GitEnd.Authentication("a"),
            new GitEnd.Denied("d"),
            new GitEnd.Network("n"),
            new GitEnd.Locked("l"),
            new GitEnd.TimedOut("t"),
            new GitEnd.Other(1, "o"),
        ];
        typeof(GitEnd).GetNestedTypes().Length.ShouldBe(ends.Length);
        ends.Select(end => end.Message).ShouldBe(["", "refs/x: no (why)", "a", "d", "n", "l", "t", "o"]);
    }
}
