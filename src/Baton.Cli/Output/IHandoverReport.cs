using System.Runtime.InteropServices;
using Baton.Runtime.Keeping;
using Baton.Runtime.Runs;

namespace Baton.Cli.Output;

/// <summary>Hears what came of asking through a keeper, tells it, and gives the exit code.</summary>
internal interface IHandoverReport
{
    /// <summary>Where it tells.</summary>
    Surroundings Surroundings { get; }

    /// <summary>Whether the keeper asks the service to cancel the run of its that this is, once it is told to stop.</summary>
    bool CancelsRun => false;

    /// <summary>The run was granted.</summary>
    ValueTask<Uptake> GrantedAsync(KeeperNews.Granted granted);

    /// <summary>The run was not granted.</summary>
    ValueTask<int> NotGrantedAsync(RunEnd end);

    /// <summary>The keeper has failed.</summary>
    ValueTask<int> FailedAsync(KeeperNews.Failed failed);

    /// <summary>It was left before there was an answer.</summary>
    int Left(PosixSignal signal);
}
