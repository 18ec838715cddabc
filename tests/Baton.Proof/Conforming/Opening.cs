using Baton.Engine.Commands;
using Baton.Runtime.Stores;

namespace Baton.Proof.Conforming;

/// <summary>Opens one more way into the scope of a round; each contender has its own, as processes have.</summary>
internal delegate ValueTask<ITendedScope> Opening(CancellationToken cancellation);

/// <summary>Says a command to a store; planted bugs say something else, or tell another answer.</summary>
internal delegate ValueTask<Applied> Saying(IScopeStore store, Command command, CancellationToken cancellation);
