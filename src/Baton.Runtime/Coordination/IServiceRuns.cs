using Baton.Engine.Runs;

namespace Baton.Runtime.Coordination;

/// <summary>Asks services about those of their runs that own something here.</summary>
public interface IServiceRuns
{
    /// <summary>How an owner stands; never throws for what the service says or doesn't.</summary>
    ValueTask<ServiceRun> LookAsync(Owner owner, CancellationToken cancellation);

    /// <summary>Asks the service to cancel an owner that is to give way; that it can't is no failure.</summary>
    ValueTask CancelAsync(Owner owner, CancellationToken cancellation);
}
