using Baton.Cli.Commands.Operating;
using Baton.Cli.Options;
using Baton.Engine.Commands;
using Baton.Runtime.Asking;
using Baton.Runtime.Kernel;
using Baton.Runtime.Stores;
using Baton.Workflows.Findings;

namespace Baton.Cli.Commands.Git;

/// <summary><c>baton git emergency-commit-push</c>: past groups, queues and pauses; never past history.</summary>
public static class EmergencyCommand
{
    /// <summary>Its declaration.</summary>
    public static readonly Verb Verb = new(
        "emergency-commit-push",
        "push past groups, queues and pauses, with a reason"
    )
    {
        Takes = "MESSAGE [PATHS…]",
        Words = (1, int.MaxValue),
        TakesPaths = true,
        Options =
        [
            OperatingOptions.Reason,
            .. PushOptions.All.Where(option => option != PushOptions.Message && option != PushOptions.Queue),
            .. CommonOptions.Place,
            CommonOptions.Json,
            CommonOptions.Verbose,
            CommonOptions.Log,
        ],
        Essay =
            "It asks nobody. Before it pushes it puts a ref under refs/baton/backup where the branch\n"
            + "is, and it writes the reason into the audit. It is no forced push: what others have\n"
            + "pushed is kept, and merged with as ever; a fence is not passed.",
        Examples =
        [
            (
                "baton git emergency-commit-push 'Switch it off' --reason 'wrong prices'",
                "now, whoever holds the branch"
            ),
        ],
        Execute = ExecuteAsync,
    };

    private static async ValueTask<int> ExecuteAsync(Invocation call)
    {
        var message = CommitPushCommand.MessageOf(call);
        var said = OperatorCall.Of(call);
        if (said.Why.Length == 0)
            throw new AskingException(AskingFault.Usage, "an emergency has a reason: --reason 'WHY'");
        await RecordAsync(said).ConfigureAwait(false);
        return await PushCommand
            .PushAsync(
                call,
                order => order with { Message = message, Paths = [.. call.Words.Skip(1)], HasBackup = true }
            )
            .ConfigureAwait(false);
    }

    // An emergency doesn't wait for a store that fails.
    private static async ValueTask RecordAsync(OperatorCall said)
    {
        try
        {
            var clock = new BootClock(said.Call.Surroundings.Clock);
            await using var store = await Stores
                .OpenAsync(said.Call.Surroundings, said.Site, clock)
                .ConfigureAwait(false);
            var origin = Requesting.Plan(said.Call, said.Site).Ask.Origin;
            var why = $"{said.By} pushed past groups and queues: {OneLine.Of(said.Why, 300)}";
            await store
                .ApplyAsync([new Command.ReportUnprotected(origin, why)], CancellationToken.None)
                .ConfigureAwait(false);
        }
        catch (StoreException failure)
        {
            said.Call.Surroundings.Say($"warning: the audit doesn't know of this push: {failure.Message}");
        }
    }
}
