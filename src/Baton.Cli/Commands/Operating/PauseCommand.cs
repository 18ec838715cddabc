using Baton.Cli.Options;
using Baton.Engine;
using Baton.Engine.Commands;
using Baton.Engine.Resources;
using Baton.Runtime.Asking;
using Baton.Runtime.Kernel;

namespace Baton.Cli.Commands.Operating;

/// <summary><c>baton pause</c> and <c>baton resume</c>: whether a group grants.</summary>
public static class PauseCommand
{
    /// <summary>The declaration of <c>pause</c>.</summary>
    public static readonly Verb Verb = new("pause", "let no run of a group start until it is resumed")
    {
        Takes = "GROUP",
        Words = (1, 1),
        Options = [OperatingOptions.Reason, .. CommonOptions.Place, CommonOptions.Json, CommonOptions.DryRun],
        Essay =
            "What runs goes on, what asks waits in line. The pause outlives everything but\n"
            + "baton resume. It needs --reason, which the audit keeps.",
        Examples = [("baton pause deploy --reason 'release freeze'", "no deploy starts")],
        Execute = call => ExecuteAsync(call, isPause: true),
    };

    /// <summary>The declaration of <c>resume</c>.</summary>
    public static readonly Verb Resume = new("resume", "let the runs of a paused group start again")
    {
        Takes = "GROUP",
        Words = (1, 1),
        Options = [OperatingOptions.Reason, .. CommonOptions.Place, CommonOptions.Json, CommonOptions.DryRun],
        Examples = [("baton resume deploy", "the first in line starts")],
        Execute = call => ExecuteAsync(call, isPause: false),
    };

    private static async ValueTask<int> ExecuteAsync(Invocation call, bool isPause)
    {
        if (ResourceName.Fault(call.Words[0]) is { } fault)
            throw new AskingException(AskingFault.Usage, $"GROUP: {fault}");
        var group = ResourceName.Group(call.Words[0]);
        var said = OperatorCall.Of(call);
        if (isPause && said.Why.Length == 0)
            throw new AskingException(
                AskingFault.Usage,
                "--reason WHY is missing: the audit keeps why a group stands still"
            );
        Command command = isPause
            ? new Command.Pause(group, said.By, said.Why)
            : new Command.Resume(group, said.By, said.Why);
        var deed = await DoAsync(said, command).ConfigureAwait(false);
        var (was, name) = (deed.Changes.Count > 0 ? "is" : "was already", isPause ? Verb.Name : Resume.Name);
        var sentence = isPause ? $"group {group} {was} paused" : $"group {group} {was} open";
        return new DeedReport(said, name).Tell(deed, sentence, group);
    }

    // To look what would be must not make a database.
    private static async ValueTask<Deed> DoAsync(OperatorCall said, Command command)
    {
        if (said.Call.Has(CommonOptions.DryRun) && !Reading.IsThere(said.Site))
            return new Deed(new Decision.Done(), [], Instant.Zero);
        var clock = new BootClock(said.Call.Surroundings.Clock);
        await using var scope = await Stores.OpenAsync(said.Call.Surroundings, said.Site, clock).ConfigureAwait(false);
        return await said.DoAsync(scope, command).ConfigureAwait(false);
    }
}
