namespace Baton.Runtime.Forge;

/// <summary>A branch.</summary>
/// <param name="Name">Its name, without refs/heads/.</param>
/// <param name="Sha">The commit at its tip.</param>
/// <param name="Url">The page that shows it.</param>
public sealed record ForgeBranch(string Name, string Sha, string Url);
