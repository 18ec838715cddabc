using System.Diagnostics;
using System.Globalization;
using Baton.Engine.Runs;
using Baton.Runtime.Coordination;

namespace Baton.Runtime.Forge;

/// <summary>Asks the service that has the repository about its workflow runs. It is reached when the first is asked about.</summary>
/// <param name="place">The repository.</param>
/// <param name="open">Opens a client.</param>
public sealed class ForgeRuns(ForgePlace place, Func<ForgeClient> open) : IServiceRuns, IDisposable
{
    private ForgeClient? _client;

    private ForgeClient Client => _client ??= open();

    /// <summary>One attempt of a run of the repository's, as an owner.</summary>
    public static Owner OwnerOf(ForgePlace place, string run, int attempt)
    {
        ArgumentNullException.ThrowIfNull(place);
        return Owner.Service(AddressOf(place), string.Create(CultureInfo.InvariantCulture, $"{run}/{attempt}"));
    }

    /// <inheritdoc/>
    public async ValueTask<ServiceRun> LookAsync(Owner owner, CancellationToken cancellation)
    {
        if (Find(owner) is not var (run, attempt))
            return new ServiceRun.Unknown("it is a run of another repository");
        try
        {
            return await Client.RunAsync(run, attempt, cancellation).ConfigureAwait(false) switch
            {
                ForgeRun.AtWork => new ServiceRun.AtWork(),
                ForgeRun.Over over => new ServiceRun.Over(over.Conclusion, over.Ago),
                var other => throw new UnreachableException(other.GetType().Name),
            };
        }
        catch (ForgeException failure)
        {
            return new ServiceRun.Unknown(failure.Message);
        }
    }

    /// <inheritdoc/>
    public async ValueTask CancelAsync(Owner owner, CancellationToken cancellation)
    {
        if (Find(owner) is not var (run, _))
            return;
        try
        {
            await Client.CancelRunAsync(run, cancellation).ConfigureAwait(false);
        }
        catch (ForgeException)
        {
            // It ends by itself, or hears at its next step that it is to.
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _client?.Dispose();

    private (long Run, int Attempt)? Find(Owner owner) =>
        owner.Domain == OwnerOf(place, "1", 1).Domain
        && owner.Process.Split('/') is [var run, var attempt]
        && long.TryParse(run, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
        && int.TryParse(attempt, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? (id, number)
            : null;

    private static string AddressOf(ForgePlace place) =>
        $"{place.Api.AbsoluteUri.TrimEnd('/')}/repos/{place.Repository.ToLowerInvariant()}";
}
