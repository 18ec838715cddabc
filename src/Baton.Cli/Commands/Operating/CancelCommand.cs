using Baton.Cli.Options;
using Baton.Engine.Commands;
using Baton.Engine.Runs;

namespace Baton.Cli.Commands.Operating;

/// <summary><c>baton cancel</c>: tells a run to stop.</summary>
public static class CancelCommand
{
    /// <summary>Its declaration.</summary>
    public static readonly Verb Verb = new("cancel", "tell a run to stop")
    {
        Takes = "RUN",
        Words = (1, 1),
        Options = [OperatingOptions.Reason, .. CommonOptions.Place, CommonOptions.Json, CommonOptions.DryRun],
        Essay =
            "A run that waits ends at once. One that runs gets SIGTERM and its grace, and keeps\n"
            + "what it holds until it has gone. RUN is named as baton why has it.",
        Examples =
        [
            ("baton cancel 01JD3Q --reason 'wrong branch'", "by the beginning of its id"),
            ("baton cancel https://github.com/acme/shop/actions/runs/77", "by its page"),
        ],
        Execute = ExecuteAsync,
    };

    private static async ValueTask<int> ExecuteAsync(Invocation call)
    {
        var said = OperatorCall.Of(call);
        return await said.WithRunAsync(
                async (scope, run) =>
                {
                    var deed = await said.DoAsync(scope, new Command.Cancel(run.Id, said.By, said.Why))
                        .ConfigureAwait(false);
                    return new DeedReport(said, Verb.Name).Tell(deed, Sentence(run, deed.Decision.About ?? run));
                }
            )
            .ConfigureAwait(false);
    }

    private static string Sentence(Run before, Run now) =>
        (before, now) switch
        {
            ({ IsLive: false }, _) => $"run {now.Id} had ended before: it {DeedReport.Standing(now)}",
            ({ State: RunState.Stopping }, { State: RunState.Stopping }) =>
                $"run {now.Id} had been told to stop before",
            _ => $"run {now.Id} {DeedReport.Standing(now)}",
        };
}
