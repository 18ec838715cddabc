using System.Runtime.InteropServices;
using Baton.Cli.Options;
using Baton.Cli.Output;
using Baton.Cli.Output.Batches;
using Baton.Runtime.Asking;
using Baton.Runtime.Batches;
using Baton.Runtime.Kernel;

namespace Baton.Cli.Commands.Batches;

/// <summary>
/// Runs a batch: one item after another, each as <c>baton run</c> would have it. What becomes of one is nothing to the
/// others, unless a signal or <c>--fail-fast</c> ends the batch; then the rest is told as not tried.
/// </summary>
internal sealed class Batch(Invocation call, BatchReport report)
{
    private AskingException? _told;

    /// <summary>Runs it; gives the exit code.</summary>
    public async ValueTask<int> RunAsync(IReadOnlyList<PlannedItem> items)
    {
        using var signals = Signals.Catch(); // one that comes between two items ends the batch too
        PosixSignal? signal = null;
        var ended = false;
        foreach (var one in items)
        {
            var end =
                ended ? ItemEnd.NotTried(one.Item)
                : one.Item.Repeats is { } first ? ItemEnd.Repeated(one.Item, first)
                : await TryAsync(one, items.Count).ConfigureAwait(false);
            report.Add(end);
            signal ??= end.Facts?.Signal ?? FirstOf(signals);
            ended |= signal is not null || (end.IsFailure && call.Has(BatchOptions.FailFast));
        }
        return report.Tell(signal);
    }

    private static PosixSignal? FirstOf(Signals signals) => signals.Take() is [var first, ..] ? first : null;

    private async ValueTask<ItemEnd> TryAsync(PlannedItem one, int count)
    {
        report.Begins(one.Item, count);
        try
        {
            return ItemEnd.Of(one.Item, await RunAsync(one).ConfigureAwait(false));
        }
        catch (Exception exception)
        {
            return ItemEnd.Failed(one.Item, Failure.Of(exception));
        }
    }

    private ValueTask<RunFacts> RunAsync(PlannedItem one)
    {
        var command = ItemCommand.For(call.Command, one.Item.Text);
        var variables = new Dictionary<string, string> { [ItemCommand.Variable] = one.Item.Text };
        if (one.Plan is { } plan)
            return new OneRun(call, plan, command)
            {
                Variables = variables,
                OnUnprotected = report.Unprotected,
            }.RunAsync();
        if (one.Problem is { } problem && problem != _told)
            UndecidedRun.Warn(call, problem);
        _told = one.Problem; // what is wrong for all of them is told once
        return new UndecidedRun(call, command) { Variables = variables }.RunAsync();
    }
}
