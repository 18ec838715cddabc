using System.Diagnostics;
using System.Text;
using Baton.Runtime.Kernel;

namespace Baton.Runtime.Git;

/// <summary>
/// The one place where git is called. It gets argument lists and bytes, never a shell; no hook (unless it is asked for),
/// monitor or maintenance of the repository's own runs for our calls; it can't ask anybody anything; and it ends in time, with all that it started.
/// </summary>
/// <param name="environment">This process's environment.</param>
/// <param name="clock">Measures the deadlines.</param>
public sealed class GitProgram(IReadOnlyDictionary<string, string> environment, TimeProvider clock)
{
    private const string NoHooks = "core.hooksPath=/dev/null";

    // What could run code, or change what is pushed and fetched. None of it is a secret: all can see arguments.
    private static readonly string[] Settings =
    [
        NoHooks,
        "core.fsmonitor=false",
        "core.pager=cat",
        "core.quotePath=false",
        "color.ui=false",
        "gc.auto=0",
        "maintenance.auto=false",
        "protocol.ext.allow=never",
        "protocol.fd.allow=never",
        "credential.interactive=false",
        "push.followTags=false",
        "push.recurseSubmodules=no",
        "push.gpgSign=false",
        "push.negotiate=false",
        "fetch.recurseSubmodules=false",
        "submodule.recurse=false",
        "fetch.writeCommitGraph=false",
        "commit.gpgSign=false",
        "tag.gpgSign=false",
        "advice.detachedHead=false",
    ];

    /// <summary>How many settings every call gets; where git lists settings, they are the last.</summary>
    internal static int OwnSettings => Settings.Length;

    /// <summary>Calls git.</summary>
    /// <exception cref="OperationCanceledException">It was called off, and git killed.</exception>
    public GitEnd Run(GitCall call, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(call);
        var command = new PipedCommand(ArgumentsOf(call), GitEnvironment.For(call, environment))
        {
            Input = call.Input,
            Deadline = call.Deadline,
            MostOutput = call.MostOutput,
        };
        return PipedProcess.Run(command, clock, cancellation) switch
        {
            PipedEnd.Ended { End: ChildEnd.Exited { Code: 0 } } ended => new GitEnd.Done(ended.Output),
            PipedEnd.Ended ended => GitComplaint.Judge(
                ended.End.ExitCode,
                Encoding.UTF8.GetString(ended.Output.Span),
                Encoding.UTF8.GetString(ended.Errors.Span)
            ),
            PipedEnd.TimedOut late => new GitEnd.TimedOut(Late(call, Encoding.UTF8.GetString(late.Errors.Span))),
            PipedEnd.TooMuch => new GitEnd.Other(
                255,
                $"git {call.Arguments[0]} wrote more than {call.MostOutput} bytes"
            ),
            PipedEnd.Refused refused => new GitEnd.Other(127, refused.Message),
            var other => throw new UnreachableException(other.GetType().Name),
        };
    }

    private static List<string> ArgumentsOf(GitCall call)
    {
        var arguments = new List<string> { "git", "--no-pager", "--literal-pathspecs" };
        if (!call.Place.IsRepository)
            arguments.AddRange(["-C", call.Place.Path]);
        foreach (var setting in call.RunsHooks ? Settings.Where(setting => setting != NoHooks) : Settings)
            arguments.AddRange(["-c", setting]);
        arguments.AddRange(call.Arguments);
        return arguments;
    }

    private static string Late(GitCall call, string errors)
    {
        var said = GitComplaint.Tell(errors);
        var late = $"git {call.Arguments[0]} took longer than {call.Deadline.TotalSeconds:0} s";
        return said.Length == 0 ? late : $"{late}: {said}";
    }
}
