using Baton.Workflows.Expressions.Partial;

namespace Baton.Workflows.Meetings;

/// <summary>A part of a group's name: text that is written, or a thing.</summary>
/// <param name="Text">The text, or the name of the thing.</param>
/// <param name="Kind">What kind of thing it is; null: text.</param>
/// <param name="IsFixed">Whether the thing is the same for all runs of a repository.</param>
internal sealed record NamePart(string Text, ThingKind? Kind, bool IsFixed)
{
    private const string Heads = "refs/heads/";

    private static readonly string[] OfRepository =
    [
        "repository.",
        "organization.",
        "github.repository",
        "github.server_url",
        "github.api_url",
        "github.graphql_url",
        "github.retention_days",
    ];

    private static readonly string[] Branches =
    [
        "pull_request.head.ref",
        "pull_request.base.ref",
        "github.head_ref",
        "github.base_ref",
        "github.ref_name",
        "workflow_run.head_branch",
        "check_suite.head_branch",
    ];

    private static readonly string[] Numbers =
    [
        "number",
        "issue.number",
        "pull_request.number",
        "github.event.number",
        "discussion.number",
    ];

    /// <summary>Whether it holds any value, also an empty one.</summary>
    public bool MayBeEmpty { get; private init; }

    /// <summary>The parts of a name; <c>refs/heads/</c> before a branch makes a ref of it.</summary>
    public static List<NamePart> Of(SymbolicText name)
    {
        var parts = new List<NamePart>();
        foreach (var piece in name.Pieces)
        {
            var part = Of(piece);
            if (
                part.Kind == ThingKind.Branch
                && parts is [.., { Kind: null } before]
                && before.Text.EndsWith(Heads, StringComparison.OrdinalIgnoreCase)
            )
            {
                parts.RemoveAt(parts.Count - 1);
                if (before.Text.Length > Heads.Length)
                    parts.Add(before with { Text = before.Text[..^Heads.Length] });
                part = part with { Kind = ThingKind.Ref };
            }

            parts.Add(part);
        }

        return parts;
    }

    private static NamePart Of(TextPiece piece) =>
        piece switch
        {
            TextPiece.Literal literal => new NamePart(literal.Text, null, IsFixed: true),
            TextPiece.OfSymbol { Symbol: var symbol } => OfName(symbol.Name) with { MayBeEmpty = !piece.IsFilled },
            _ => new NamePart(piece.ToString(), ThingKind.Other, IsFixed: false) { MayBeEmpty = true },
        };

    private static NamePart OfName(string name) =>
        name switch
        {
            "repository.default_branch" => new NamePart("default branch", ThingKind.Branch, IsFixed: true),
            "github.run_id" or "github.run_number" => new NamePart(name, ThingKind.Run, IsFixed: false),
            "github.ref" or "ref" or "merge_group.head_ref" => new NamePart(name, ThingKind.Ref, IsFixed: false),
            "after" or "before" => new NamePart(name, ThingKind.Commit, IsFixed: false),
            _ when Array.Exists(OfRepository, start => name.StartsWith(start, StringComparison.Ordinal)) =>
                new NamePart(name, ThingKind.Repository, IsFixed: true),
            _ when Numbers.Contains(name, StringComparer.Ordinal) => new NamePart(name, ThingKind.Number, false),
            _ when Branches.Contains(name, StringComparer.Ordinal) => new NamePart(name, ThingKind.Branch, false),
            _ when name.EndsWith("sha", StringComparison.Ordinal) => new NamePart(name, ThingKind.Commit, false),
            _ => new NamePart(name, ThingKind.Other, IsFixed: false),
        };

    /// <summary>Whether two parts hold the same where they are about the same thing.</summary>
    public bool Fits(NamePart other) =>
        Kind is null && other.Kind is null ? string.Equals(Text, other.Text, StringComparison.OrdinalIgnoreCase)
        : Kind != other.Kind ? false
        : Kind is ThingKind.Repository or ThingKind.Other
            ? string.Equals(Text, other.Text, StringComparison.OrdinalIgnoreCase)
        : true;
}
