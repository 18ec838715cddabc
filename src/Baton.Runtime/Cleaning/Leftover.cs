using Baton.Engine;
using Baton.Engine.Runs;

namespace Baton.Runtime.Cleaning;

/// <summary>Something that somebody left behind who died: nobody needs it any more, or only until it is told.</summary>
public abstract record Leftover
{
    private Leftover() { } // closed: every case is here

    /// <summary>Whose it is.</summary>
    public abstract RunId Owner { get; }

    /// <summary>Names it, as no other.</summary>
    public abstract string Name { get; }

    /// <summary>A live run whose owner the kernel says to be dead.</summary>
    public sealed record DeadRun(Run Run) : Leftover
    {
        /// <inheritdoc/>
        public override RunId Owner => Run.Id;

        /// <inheritdoc/>
        public override string Name => $"run {Run.Id}";
    }

    /// <summary>What a lost run may have left running on this machine, so that its holds still linger.</summary>
    public sealed record Processes(Run Run) : Leftover
    {
        /// <inheritdoc/>
        public override RunId Owner => Run.Id;

        /// <inheritdoc/>
        public override string Name => $"processes of run {Run.Id}";
    }

    /// <summary>A bell that nobody hears.</summary>
    public sealed record DeadBell(RunId Run, string Path) : Leftover
    {
        /// <inheritdoc/>
        public override RunId Owner => Run;

        /// <inheritdoc/>
        public override string Name => Path;
    }

    /// <summary>A note of the processes of a run that is over.</summary>
    public sealed record Note(RunId Run, string Path) : Leftover
    {
        /// <inheritdoc/>
        public override RunId Owner => Run;

        /// <inheritdoc/>
        public override string Name => Path;
    }

    /// <summary>A bell or a line of sightings that was being written when its writer was killed.</summary>
    public sealed record Draft(RunId Run, string Path) : Leftover
    {
        /// <inheritdoc/>
        public override RunId Owner => Run;

        /// <inheritdoc/>
        public override string Name => Path;
    }

    /// <summary>The temporary folder of a run that is over.</summary>
    public sealed record Folder(RunId Run, string Path) : Leftover
    {
        /// <inheritdoc/>
        public override RunId Owner => Run;

        /// <inheritdoc/>
        public override string Name => Path;
    }
}
