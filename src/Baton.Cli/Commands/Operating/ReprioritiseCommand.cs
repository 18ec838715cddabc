using System.Globalization;
using Baton.Cli.Options;
using Baton.Engine.Commands;
using Baton.Runtime.Asking;
using Baton.Workflows.Findings;

namespace Baton.Cli.Commands.Operating;

/// <summary><c>baton reprioritise</c>: gives a waiting run another priority.</summary>
public static class ReprioritiseCommand
{
    /// <summary>Its declaration.</summary>
    public static readonly Verb Verb = new("reprioritise", "give a waiting run another priority")
    {
        Takes = "RUN N",
        Words = (2, 2),
        Options = [OperatingOptions.Reason, .. CommonOptions.Place, CommonOptions.Json, CommonOptions.DryRun],
        Essay =
            "N is 0 to 100; the larger goes first. It counts from when the run first asked, so\n"
            + "that its waiting is not lost. RUN is named as baton why has it.",
        Examples = [("baton reprioritise 01JD3Q 90 --reason hotfix", "it goes before those of lower priority")],
        Execute = ExecuteAsync,
    };

    private static async ValueTask<int> ExecuteAsync(Invocation call)
    {
        if (!int.TryParse(call.Words[1], NumberStyles.None, CultureInfo.InvariantCulture, out var priority))
            throw new AskingException(
                AskingFault.Usage,
                $"{OneLine.Quoted(call.Words[1])} is no priority: a number from 0 to 100 was expected"
            );
        var said = OperatorCall.Of(call);
        return await said.WithRunAsync(
                async (scope, run) =>
                {
                    var command = new Command.Reprioritise(run.Id, priority, said.By, said.Why);
                    var deed = await said.DoAsync(scope, command).ConfigureAwait(false);
                    var sentence = string.Create(
                        CultureInfo.InvariantCulture,
                        $"run {run.Id} has priority {priority}, before it had {run.Priority}"
                    );
                    return new DeedReport(said, Verb.Name).Tell(deed, sentence);
                }
            )
            .ConfigureAwait(false);
    }
}
