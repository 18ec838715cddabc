using Baton.Faults.Machines;

namespace Baton.Faults.Killing;

/// <summary>What somebody was doing when the blow came.</summary>
/// <param name="Name">In a few words.</param>
/// <param name="Words">The command line that is struck.</param>
internal sealed record Scene(string Name, Func<Stage, string[]> Words)
{
    /// <summary>Whether processes are struck that the command starts; else they are left alone from their exec on.</summary>
    public bool StrikesChildren { get; init; }

    /// <summary>What was there before.</summary>
    public Func<Stage, Task> Before { get; init; } = Warm;

    /// <summary>What happens while it goes on.</summary>
    public Func<Stage, Started, Task> Meanwhile { get; init; } = (_, _) => Task.CompletedTask;

    /// <summary>What must hold when it is over, before anybody else does something.</summary>
    public Func<Stage, Ended, Ledger, Task> After { get; init; } = (_, _, _) => Task.CompletedTask;

    /// <summary>A store that is in use.</summary>
    private static async Task Warm(Stage stage) => await stage.Machine.Run(stage.Run("0"));
}
