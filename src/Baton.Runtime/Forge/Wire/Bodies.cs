namespace Baton.Runtime.Forge.Wire;

internal sealed record LabelsBody(IReadOnlyList<string> Labels);

internal sealed record AssigneesBody(IReadOnlyList<string> Assignees);

internal sealed record CommentBody(string Body);

internal sealed record QueryBody(string Query, QueryVariables Variables);

internal sealed record QueryVariables(string Owner, string Name, long Number, string? After);
