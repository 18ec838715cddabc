using Baton.Engine;
using Baton.Runtime.Asking;
using Baton.Runtime.Ci;
using Baton.Runtime.Coordination;
using Baton.Runtime.Forge;
using Baton.Runtime.Git;
using Baton.Runtime.Kernel;
using Baton.Runtime.Stores;
using Baton.Runtime.Stores.Stored.V1;
using Baton.Runtime.Wording;
using Baton.Workflows.Findings;

namespace Baton.Cli;

/// <summary>What the world's failing comes to: an exit code, and lines for standard error.</summary>
/// <param name="Code">The exit code.</param>
/// <param name="Lines">What happened, what was expected, what to do; each one line without "baton: " before it.</param>
public sealed record Failure(ExitCode Code, params IReadOnlyList<string> Lines)
{
    // A message may be long (it names a path and what to do), but it is one line.
    private const int LongestLine = 2000;

    /// <summary>The one place that makes exit codes and messages of exceptions.</summary>
    public static Failure Of(Exception exception) =>
        exception switch
        {
            FailureException failed => failed.Failure,
            AskingException asking => new(ExitCodes.For(asking.Fault), [.. asking.Lines.Select(Line)]),
            StoreException store => new(ExitCodes.For(store.Fault), Line(store.Message)),
            StoredBodyException stored => new(ExitCode.StoreDamaged, Line(stored.Message)),
            RequestRefusedException refused => new(
                ExitCode.Refused,
                Line(RefusalWords.Of(refused.Refusal, Telling.Bare(Instant.Zero)))
            ),
            KernelException kernel => new(ExitCode.System, Line(kernel.Message)),
            ForgeException forge => new(ExitCode.ForgeUnavailable, Line(forge.Message)),
            GitException git => new(ExitCode.PushFailed, Line(git.Message)),
            CiOutputException ci => new(ExitCode.Output, Line(ci.Message)),
            IOException or UnauthorizedAccessException => new(ExitCode.Output, Line(exception.Message)),
            _ => new(
                ExitCode.Internal,
                [Line($"a mistake in Baton: {exception.GetType().Name}: {exception.Message}"), .. Places(exception)]
            ),
        };

    /// <summary>Tells it on standard error, and gives the exit code.</summary>
    public int Tell(Surroundings surroundings)
    {
        try
        {
            foreach (var line in Lines)
                surroundings.Say(line);
        }
        catch (IOException)
        {
            // Nobody listens on standard error; the exit code says it.
        }

        return (int)Code;
    }

    private static string Line(string message) => OneLine.Of(message, LongestLine);

    private static IEnumerable<string> Places(Exception exception) =>
        (exception.StackTrace ?? "")
            .Split('\n')
            .Where(line => line.Length > 0)
            .Take(8)
            .Select(line => Line(line.Trim()));
}
