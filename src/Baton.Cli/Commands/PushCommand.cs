using Baton.Cli.Options;
using Baton.Cli.Output;
using Baton.Runtime.Asking;
using Baton.Runtime.Ci;
using Baton.Runtime.Configuration;
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
            CommonOptions.Config,
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
            ("baton push -m 'Update data' --dry-run", "what would be pushed, and how conflicts would be settled"),
        ],
        Execute = ExecuteAsync,
    };

    private static async ValueTask<int> ExecuteAsync(Invocation call)
    {
        var message =
            call.Get(Message)
            ?? throw new AskingException(AskingFault.Usage, "the message is missing: baton push -m MESSAGE [PATHS…]");
        var surroundings = call.Surroundings;
        var ci = CiEnvironment.Read(surroundings.Variable);
        var settings = new SiteSearch(surroundings.Variable, surroundings.Folder)
            .Configuration(call.Get(CommonOptions.Config))
            .Push;
        var order = new PushOrder(surroundings.Folder, message)
        {
            Branch = call.Get(Branch),
            CiBranch = ci.Ref?.StartsWith(Heads, StringComparison.Ordinal) == true ? ci.Ref : null,
            Remote = call.Get(Remote),
            Author = call.Get(Author),
            IsSignedOff = call.Has(SignOff),
            Paths = call.Words,
            IsRehearsal = call.Has(CommonOptions.DryRun),
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
            () => BitConverter.ToUInt32(surroundings.Chance()) / (double)uint.MaxValue,
            logged ?? (IPushObserver)told
        );
        var report = await writer.PushAsync(order, CancellationToken.None).ConfigureAwait(false);
        logged?.Ended(report);
        return new PushPage(call, report).Tell(ci.Service);
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
