using Baton.Runtime.Asking;
using Baton.Runtime.Kernel;
using Baton.Runtime.Stores;

namespace Baton.Runtime.Health;

/// <summary>What an examination is made with.</summary>
/// <param name="OpenAsync">Opens the scope of a site to look at it; it makes, migrates and writes nothing.</param>
/// <param name="TemporaryFolder">Where the folders of runs are made.</param>
/// <param name="Clock">The boot clock.</param>
public sealed record Instruments(
    Func<Site, ValueTask<ITendedScope>> OpenAsync,
    string TemporaryFolder,
    BootClock Clock
);
