using System.Globalization;
using Baton.Faults.Killing;
using Baton.Faults.Machines;

namespace Baton.Faults.Stopping;

/// <summary>
/// A holder's processes are stopped for longer than three leases, and then continue. Whoever was taken for lost is ended
/// before the next one starts; whoever was not goes on as if nothing had been.
/// </summary>
/// <param name="who">What is stopped.</param>
internal sealed class Stopped(Halt who) : Fault
{
    /// <summary>The shortest lease.</summary>
    public const string Lease = "5s";

    /// <summary>More than three of them, in seconds.</summary>
    public const double ThreeLeases = 16;

    private const int Times = 3;

    /// <inheritdoc/>
    public override string Name => $"SIGSTOP past three leases, SIGCONT: {Words}";

    private string Words =>
        who switch
        {
            Halt.Owner => "baton alone",
            Halt.OwnerUncontended => "baton alone, and nobody waits",
            Halt.Command => "the command alone",
            Halt.Tree => "baton and its command",
            _ => "baton, its command, and who waits for them",
        };

    private bool IsLost => who is Halt.Owner or Halt.Tree;

    // Of a busy machine nobody can demand that it renews so short a lease in time, also where nothing was stopped that does.
    private bool MayBeLost => IsLost || who is Halt.Everybody or Halt.Command;

    /// <inheritdoc/>
    public override async Task TryAsync(Ledger ledger)
    {
        foreach (var _ in ledger.Places(Times))
        {
            using var stage = new Stage();
            await TryOnceAsync(stage, ledger);
            await new Aftermath(stage, ledger, Words).CheckAsync();
        }
    }

    private async Task TryOnceAsync(Stage stage, Ledger ledger)
    {
        var door = stage.Door();
        var holder = stage.Machine.Start(stage.Run(door, "--lease", Lease));
        var command = int.Parse((await holder.Says("in ")).Split(' ')[2], CultureInfo.InvariantCulture);
        var next = who == Halt.OwnerUncontended ? null : stage.Machine.Start(stage.Run("0"));
        if (next is not null)
            await next.Complains("waiting");
        int[] halted = who switch
        {
            Halt.Owner or Halt.OwnerUncontended => [holder.Pid],
            Halt.Command => [command],
            Halt.Tree => [holder.Pid, command],
            _ => [holder.Pid, command, next!.Pid],
        };
        await stage.SignalAsync("STOP", halted);
        await stage.PassAsync(ThreeLeases);
        var entered = stage.Entries().Count(entry => entry.Word == "in");
        if (IsLost)
            await EndNextAsync(next!, ledger); // while the other is still stopped
        await stage.SignalAsync("CONT", halted);
        if (who == Halt.Everybody)
            await stage.PassAsync(ThreeLeases / 3); // either may be first: the holder renews, or the next one has seen enough
        stage.Open(door);
        var ended = await holder.End();
        See(ended, ledger);
        ledger.Expect(ended.Code != 0 || entered == 1, $"{Words}: {entered} had begun after three leases");
        if (next is not null && !IsLost)
            await EndNextAsync(next, ledger);
    }

    private void See(Ended ended, Ledger ledger)
    {
        var isRight = ended.Code is 90 or 137 ? MayBeLost : ended.Code == 0 && !IsLost;
        ledger.Expect(isRight, $"{Words}: the holder ended with {ended.Code}: {ended.Errors}");
        ledger.Sees(
            ended.Code switch
            {
                0 => "went on",
                90 => "was told that it was lost",
                137 => "was ended before the next began",
                _ => $"exit {ended.Code}",
            }
        );
    }

    private async Task EndNextAsync(Started next, Ledger ledger)
    {
        var after = await next.End();
        ledger.Expect(after.Code == 0, $"{Words}: the one that waited ended with {after.Code}: {after.Errors}");
    }
}

/// <summary>What is stopped.</summary>
internal enum Halt
{
    /// <summary>The process that holds the lease; its command works on.</summary>
    Owner,

    /// <summary>The same, and nobody waits.</summary>
    OwnerUncontended,

    /// <summary>The command; its lease is renewed.</summary>
    Command,

    /// <summary>Both.</summary>
    Tree,

    /// <summary>Both, and the run that waits for them.</summary>
    Everybody,
}
