namespace Baton.Runtime.Stores;

/// <summary>A scope in a store, with all that somebody needs who looks after it.</summary>
public interface ITendedScope : IScopeStore, IScopeHistory, IScopeHealth, IScopePurge, IScopeRemaking, IScopeIdentity;
