using Baton.Runtime.Asking;
using Baton.Runtime.Kernel;
using Baton.Runtime.Stores;

namespace Baton.Runtime.Health;

/// <summary>What an examination is made with.</summary>
/// <param name="Open">Opens a scope of a site's store to look at it; it makes, migrates and writes nothing.</param>
/// <param name="BellsOf">Where the bells of a site hang.</param>
/// <param name="TemporaryFolder">Where the folders of runs are made.</param>
/// <param name="Clock">The boot clock.</param>
public sealed record Instruments(
    Func<Site, string, ITendedScope> Open,
    Func<Site, string> BellsOf,
    string TemporaryFolder,
    BootClock Clock
);
