using Baton.Cli.Options;
using Baton.Engine.Commands;
using Baton.Engine.Runs;
using Baton.Runtime.Asking;
using Baton.Runtime.Kernel;
using Baton.Runtime.Wording;

namespace Baton.Cli.Commands.Operating;

/// <summary>
/// <c>baton release --reason</c>: an operator takes from a run what it holds. What lives is spared unless it is forced: the
/// successor starts at once, and both would be at work.
/// </summary>
internal static class ForcedRelease
{
    /// <summary>Does it; gives the exit code.</summary>
    public static async ValueTask<int> ExecuteAsync(Invocation call)
    {
        var said = OperatorCall.Of(call);
        if (call.Words.Count == 0)
            throw new AskingException(AskingFault.Usage, "RUN is missing: an operator names the run that he releases");
        if (said.Why.Length == 0)
            throw new AskingException(AskingFault.Usage, "--reason WHY is missing: the audit keeps why it was forced");
        return await said.WithRunAsync((scope, run) => ReleaseAsync(said, scope, run)).ConfigureAwait(false);
    }

    private static async ValueTask<int> ReleaseAsync(OperatorCall said, Runtime.Stores.ITendedScope scope, Run run)
    {
        if (run.IsLive && !said.Call.Has(OperatingOptions.Force) && Life(said, run) is { } life)
            throw new FailureException(
                new Failure(
                    ExitCode.Refused,
                    $"run {run.Id} {life}",
                    "baton cancel asks it to stop; --force takes what it holds all the same"
                )
            );
        var deed = await said.DoAsync(scope, new Command.Release(run.Id, said.By, said.Why)).ConfigureAwait(false);
        var sentence = run.IsLive
            ? $"run {run.Id} was released: it holds nothing any more"
            : $"run {run.Id} had ended before: it {DeedReport.Standing(run)}";
        return new DeedReport(said, ReleaseCommand.Verb.Name).Tell(deed, sentence);
    }

    /// <summary>That the owner of a run is not known to be dead, as the end of a sentence; nothing for one that is.</summary>
    internal static string? Life(OperatorCall said, Run run)
    {
        var here = Runtime.Coordination.Surroundings.Here(
            said.Site.Place.Folder,
            new BootClock(said.Call.Surroundings.Clock)
        );
        return LifeWords.Of(here, run);
    }
}
