namespace Baton.Runtime.Fencing;

/// <summary>That a group has a fence, and where.</summary>
/// <param name="Group">The group's name, folded.</param>
/// <param name="Remote">The git remote whose branches the group's runs write: a name, a URL or a path.</param>
public sealed record FenceWish(string Group, string Remote);
