using Baton.Runtime.Coordination;
using Baton.Runtime.Stores;

namespace Baton.Runtime.Cleaning;

/// <summary>Where to look for what was left behind.</summary>
/// <param name="Scope">The scope.</param>
/// <param name="Here">This process's surroundings; the bells and notes are in its folder.</param>
/// <param name="TemporaryFolder">Where the folders of runs are made.</param>
/// <param name="Open">Opens another scope of the same store: the bells of all of them hang in one folder.</param>
public sealed record Ground(
    ITendedScope Scope,
    Surroundings Here,
    string TemporaryFolder,
    Func<string, ValueTask<IScopeStore>> Open
);
