using Baton.Cli.Options;
using Baton.Cli.Output;
using Baton.Runtime.Asking;
using Baton.Runtime.Ci;
using Baton.Runtime.Configuration;
using Baton.Runtime.Fencing;
using Baton.Runtime.Git;
using Baton.Runtime.Kernel;
using Baton.Runtime.Logging;
using Baton.Runtime.Pushing;
using Baton.Runtime.Pushing.Merging;
using static Baton.Cli.Options.PushOptions;

namespace Baton.Cli.Commands;

/// <summary><c>baton push</c>: commits what changed, and gets it to a branch that others write too.</summary>
public static class PushCommand
{
    private const string Heads = "refs/heads/";

    /// <summary>Its declaration.</summary>
    public static readonly Verb Verb = new("push", "commit what changed, and push it to a branch that others write too")
    {
        Takes = "[PATHS…]",
        Words = (0, int.MaxValue),
        TakesPaths = true,
        Options =
        [
            .. PushOptions.All,
            .. RequestOptions.OfPushes,
            .. CommonOptions.Place,
            CommonOptions.Json,
            CommonOptions.Verbose,
            CommonOptions.Log,
            CommonOptions.DryRun,
        ],
        Essay =
            "Commits PATHS, or all that changed, without touching the index and the work tree, and\n"
            + "pushes. Where others were faster their commits are fetched and merged in memory, by\n"
            + "the rules of baton.yml where both changed a file. A push is never forced. The clone\n"
            + "follows once the remote has it, where that loses nothing. docs/push.md has the rules.",
        Examples =
        [
            ("baton push -m 'Update data' data", "what changed under data"),
            ("baton push -m 'Nightly figures' --branch figures", "all that changed, to another branch"),
            ("baton push -m 'Update data' --queue bots", "one of many writers at a time pushes for all of them"),
            (
                "baton push -m 'Release' --group release --fence origin",
                "while it holds a group, and only as long as it does"
            ),
            ("baton push -m 'Update data' --dry-run", "what would be pushed, and how conflicts would be settled"),
        ],
        Execute = ExecuteAsync,
    };

    private static async ValueTask<int> ExecuteAsync(Invocation call)
    {
        var message =
            call.Get(Message)
            ?? throw new AskingException(AskingFault.Usage, "the message is missing: baton push -m MESSAGE [PATHS…]");
        return GroupedPush.IsAsked(call)
            ? await GroupedPush.RunAsync(call, [Verb.Name, .. call.Said], Requesting.Plan(call)).ConfigureAwait(false)
            : await PushAsync(call, order => order with { Message = message, Paths = call.Words })
                .ConfigureAwait(false);
    }

    /// <summary>Pushes with what the options say; gives the exit code.</summary>
    /// <param name="call">The call.</param>
    /// <param name="say">Says the message and the paths.</param>
    internal static async ValueTask<int> PushAsync(Invocation call, Func<PushOrder, PushOrder> say)
    {
        var surroundings = call.Surroundings;
        var ci = CiEnvironment.Read(surroundings.Variable);
        var settings = new SiteSearch(surroundings.Variable, surroundings.Folder)
            .Configuration(call.Get(CommonOptions.Config))
            .Push;
        var order = say(new PushOrder(surroundings.Folder, "")) with
        {
            Branch = call.Get(Branch),
            CiBranch = ci.Ref?.StartsWith(Heads, StringComparison.Ordinal) == true ? ci.Ref : null,
            Remote = call.Get(Remote),
            Author = call.Get(Author),
            IsSignedOff = call.Has(SignOff),
            RunsHooks = call.Has(Hooks),
            IsRehearsal = call.Has(CommonOptions.DryRun),
            Fences = Fences(surroundings),
            QueueClass = (call.Get(Queue) ?? settings.Queue) is { } name
                ? $"{name}\n{PushFingerprint.Of(settings)}"
                : null,
            ExternalRun = ci.RunId ?? "",
            Rules = PushPresets.Rules(settings),
            Patience = Patience(call, settings),
        };
        using var log = LineLogger.For(call);
        var clock = new BootClock(surroundings.Clock);
        var told = new PushNews(surroundings);
        var logged = log is null ? null : new LoggedPush(told, log);
        var writer = new PushWriter(
            new GitProgram(surroundings.Variables(), clock),
            clock,
            surroundings.Chance,
            logged ?? (IPushObserver)told
        );
        var report = await writer.PushAsync(order, CancellationToken.None).ConfigureAwait(false);
        logged?.Ended(report);
        return new PushPage(call, report).Tell(ci.Service);
    }

    private static IReadOnlyList<FencePass> Fences(Surroundings surroundings)
    {
        try
        {
            return FencePass.Read(surroundings.Variable(FencePass.Variable));
        }
        catch (FormatException malformed)
        {
            throw new AskingException(AskingFault.Usage, malformed.Message);
        }
    }

    private static PushPatience Patience(Invocation call, PushSettings settings)
    {
        var patience = PushPatience.Of(settings);
        return patience with
        {
            Attempts = call.Get(Attempts) ?? patience.Attempts,
            Deadline = call.Get(Deadline) ?? patience.Deadline,
        };
    }
}
