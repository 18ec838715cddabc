namespace Baton.Runtime.Stores.Git;

/// <summary>One ref that a push is to move.</summary>
/// <param name="Name">Its full name.</param>
/// <param name="From">The object that it must have; null where there must be no such ref.</param>
/// <param name="To">The object that it is to have; null to delete it.</param>
internal sealed record RefMove(string Name, string? From, string? To);
