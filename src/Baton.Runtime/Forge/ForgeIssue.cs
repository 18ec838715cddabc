namespace Baton.Runtime.Forge;

/// <summary>An issue, or the issue side of a pull request.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Url">The page that shows it.</param>
/// <param name="Labels">The names of its labels; they compare without case.</param>
/// <param name="Assignees">Who is assigned; logins compare without case.</param>
public sealed record ForgeIssue(long Number, string Url, IReadOnlyList<string> Labels, IReadOnlyList<string> Assignees);
