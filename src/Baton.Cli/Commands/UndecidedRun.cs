using Baton.Cli.Output;
using Baton.Runtime.Asking;
using Baton.Runtime.Kernel;
using Baton.Runtime.Observing;
using Baton.Runtime.Runs;
using Baton.Workflows.Findings;

namespace Baton.Cli.Commands;

/// <summary>A command of somebody who only observes, and for which no request could be made: it is started all the same.</summary>
/// <param name="call">The call that it belongs to.</param>
/// <param name="command">The command.</param>
internal sealed class UndecidedRun(Invocation call, IReadOnlyList<string> command)
{
    /// <summary>What the command's environment has beside this process's own.</summary>
    public IReadOnlyDictionary<string, string> Variables { get; init; } = new Dictionary<string, string>();

    /// <summary>Tells why no request could be made.</summary>
    public static void Warn(Invocation call, AskingException problem)
    {
        foreach (var line in problem.Lines)
            call.Surroundings.Say($"warning: mode: observe: enforce would have refused this: {OneLine.Of(line, 1000)}");
    }

    /// <summary>Runs it.</summary>
    public async ValueTask<RunFacts> RunAsync()
    {
        var run = new RunPlan
        {
            Ask = Requesting.AskOfNothing(call),
            Command = command,
            Environment = OneRun.EnvironmentOf(call, Variables),
            Scope = "",
            Store = "",
        };
        var observed = new ObservedRun(run, new BootClock(call.Surroundings.Clock), null);
        var end = await observed.RunAsync(CancellationToken.None).ConfigureAwait(false);
        return RunJudge.OfObserved(end) with { Signal = observed.Signal };
    }
}
