using Baton.Cli.Options;
using Baton.Runtime.Asking;
using Baton.Runtime.Ci;
using Baton.Runtime.Git;
using Baton.Runtime.Kernel;
using Baton.Workflows.Findings;

namespace Baton.Cli.Commands.Git;

/// <summary>The group of those who push to one branch of a repository, whatever workflow asks: the scope is the repository.</summary>
internal static class BranchGroup
{
    private const string Heads = "refs/heads/",
        Prefix = "push-";

    /// <summary>What a call asks for: the groups that it names, else that of its branch.</summary>
    /// <exception cref="AskingException">No branch can be told.</exception>
    public static Plan Plan(Invocation call) =>
        Requesting.Plan(
            call,
            Requesting.Site(call),
            wishes => wishes.Groups.Count > 0 ? wishes : wishes with { Groups = [new GroupWish(Prefix + Branch(call))] }
        );

    private static string Branch(Invocation call)
    {
        var said =
            call.Get(PushOptions.Branch) ?? CheckedOut(call) ?? CiEnvironment.Read(call.Surroundings.Variable).Ref;
        if (said is null)
            throw new AskingException(
                AskingFault.Usage,
                "no branch is checked out here, and the CI service names none: say which one is meant with --branch B, or a group with --group G"
            );
        var branch = said.StartsWith(Heads, StringComparison.Ordinal) ? said[Heads.Length..] : said;
        // A group's name is a template, and a branch's isn't.
        return branch.AsSpan().IndexOfAny('{', '}') < 0
            ? branch
            : throw new AskingException(
                AskingFault.Usage,
                $"{OneLine.Quoted(branch)} has braces, which mean a field in the name of a group: name one with --group G"
            );
    }

    private static string? CheckedOut(Invocation call)
    {
        var git = new GitProgram(call.Surroundings.Variables(), new BootClock(call.Surroundings.Clock));
        var asked = new GitCall(GitPlace.In(call.Surroundings.Folder), "symbolic-ref", "--quiet", "HEAD");
        return git.Run(asked, CancellationToken.None) is GitEnd.Done done
            ? System.Text.Encoding.UTF8.GetString(done.Output.Span).TrimEnd('\n')
            : null;
    }
}
