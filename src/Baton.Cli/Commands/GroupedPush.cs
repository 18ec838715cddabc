using Baton.Cli.Options;
using Baton.Cli.Output;
using Baton.Runtime.Asking;

namespace Baton.Cli.Commands;

/// <summary>
/// A push under a lease: this program once more, as the command of a run. So it waits, is kept, told to stop, ended when
/// the lease is lost, and inside of another run joins what that one holds, as any command.
/// </summary>
internal static class GroupedPush
{
    /// <summary>The variable that tells the push that its run is there already.</summary>
    public const string Variable = "BATON_PUSH_UNDER_RUN";

    /// <summary>Whether a call asks for a lease that it doesn't have yet.</summary>
    /// <exception cref="AskingException">A fence is named for no group.</exception>
    public static bool IsAsked(Invocation call)
    {
        if (call.Surroundings.Set(Variable) is not null)
            return false;
        if (call.Values.All(RequestOptions.Group).Count > 0)
            return !call.Has(CommonOptions.DryRun);
        return call.Values.Origin(RequestOptions.Fence) is { FromVariable: false }
            ? throw new AskingException(
                AskingFault.Usage,
                "--fence is of a group: add --group G, or say it where the run begins: baton run --group G --fence REMOTE -- …"
            )
            : false;
    }

    /// <summary>Takes the lease, and pushes under it; gives the exit code.</summary>
    public static async ValueTask<int> RunAsync(Invocation call, IReadOnlyList<string> words, Plan plan)
    {
        var report = new RunReport(call, plan);
        var run = new OneRun(call, plan, [.. call.Surroundings.Program(), .. words])
        {
            Variables = new Dictionary<string, string> { [Variable] = "1" },
            OnUnprotected = report.Unprotected,
        };
        var facts = await run.RunAsync().ConfigureAwait(false);
        // Of a push that was made, it has told itself.
        return facts.IsUnprotected || facts.Sentence.Length == 0 ? facts.Code : report.Tell(facts);
    }
}
