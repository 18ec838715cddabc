using Baton.Runtime.Configuration;

namespace Baton.Runtime.Gating.Checks;

/// <summary>What is looked for before the work is done once more.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Value">Its name, as a template until it is filled in; of a comment, words that it has.</param>
public sealed record Check(CheckKind Kind, string Value)
{
    /// <summary>In place of a branch: pull requests that close the issue.</summary>
    public const string Linked = "linked";

    /// <summary>In place of a login: whoever is assigned.</summary>
    public const string Anybody = "any";

    /// <summary>The kinds as they are written.</summary>
    public static readonly Words<CheckKind> Kinds = new(
        ("branch", CheckKind.Branch),
        ("pr", CheckKind.PullRequest),
        ("label", CheckKind.Label),
        ("assignee", CheckKind.Assignee),
        ("comment", CheckKind.Comment)
    );

    /// <summary>Whether it is about an issue, whose number has to be known then.</summary>
    public bool IsOfIssue =>
        Kind is CheckKind.Label or CheckKind.Assignee or CheckKind.Comment
        || this is { Kind: CheckKind.PullRequest, Value: Linked };
}
