namespace Baton.Runtime.Kernel;

/// <summary>Ends what is left of the process tree of a run whose owner was lost, so that the next one runs alone.</summary>
/// <remarks>
/// A kill of the process group misses who has left it, parentage misses who has lost his parent, and
/// <c>PR_SET_PDEATHSIG</c> follows a thread and does not reach grandchildren. The marker in the environment reaches all
/// but those that shed it, parentage most of these; of the rest the answer says that it can't tell. Stopped processes
/// are ended too: SIGKILL needs nobody to wake up.
/// </remarks>
public static class Remains
{
    /// <summary>The longest that ending a tree may take, unless said otherwise: 5 s.</summary>
    public static readonly TimeSpan Bound = TimeSpan.FromSeconds(5);

    /// <summary>
    /// Ends every process of a run's tree; never this process, and nothing at all when this process belongs to it.
    /// </summary>
    /// <param name="note">What is known of the run, see <see cref="TreeNote.Read"/>; means something in the
    /// <see cref="ProcessDomain"/> of its owner only.</param>
    /// <param name="clock">Measures the bound.</param>
    /// <param name="bound">The longest that it may take.</param>
    public static RemainsAnswer End(TreeNote note, TimeProvider clock, TimeSpan bound) =>
        note.IsKept
            ? new RemainsAnswer.CannotTell("a keeper kept the run: its work is no child of the keeper's")
            : new TreeEnding(note, null, clock).Run(bound);
}
