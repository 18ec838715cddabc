namespace Baton.Runtime.Forge;

/// <summary>A comment on an issue.</summary>
/// <param name="Id">The service's id.</param>
/// <param name="Url">The page that shows it.</param>
/// <param name="Author">Who wrote it; none if the account is gone.</param>
/// <param name="Body">What it says.</param>
public sealed record ForgeComment(long Id, string Url, string? Author, string Body);
