namespace Baton.Proof.Checks;

/// <summary>A promise doesn't hold. Told without an assertion library: this is asked millions of times.</summary>
internal sealed class BrokenPromiseException(string promise) : Exception(promise);
