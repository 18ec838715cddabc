using System.Runtime.InteropServices;
using Baton.Engine.Runs;
using Baton.Runtime.Keeping;
using Baton.Runtime.Runs;

namespace Baton.Cli.Output;

/// <summary>Hears what came of asking through a keeper, tells it, and gives the exit code.</summary>
internal interface IHandoverReport
{
    /// <summary>Where it tells.</summary>
    Surroundings Surroundings { get; }

    /// <summary>The run was granted.</summary>
    int Granted(Run run);

    /// <summary>The run was not granted.</summary>
    ValueTask<int> NotGrantedAsync(RunEnd end);

    /// <summary>The keeper has failed.</summary>
    ValueTask<int> FailedAsync(KeeperNews.Failed failed);

    /// <summary>It was left before there was an answer.</summary>
    int Left(PosixSignal signal);
}
