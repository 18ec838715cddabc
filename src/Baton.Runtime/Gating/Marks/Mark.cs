using System.Globalization;
using Baton.Engine.Resources;
using Baton.Runtime.Configuration;

namespace Baton.Runtime.Gating.Marks;

/// <summary>Something that is put on an issue once its run was granted.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Value">A label's name, a login; of a comment the sentence at its top, empty for none.</param>
public sealed record Mark(MarkKind Kind, string Value)
{
    /// <summary>The kinds as they are written.</summary>
    public static readonly Words<MarkKind> Kinds = new(
        ("label", MarkKind.Label),
        ("assignee", MarkKind.Assignee),
        ("comment", MarkKind.Comment)
    );

    /// <summary>
    /// The key that keeps the journal of it: who takes it is about to put the mark, who succeeded with it has put it. It
    /// stays taken after a failure too, since the mark may be there all the same.
    /// </summary>
    public Need Journal(long issue)
    {
        var isComment = Kind == MarkKind.Comment;
        var what = isComment ? "" : $": {Value}";
        var name = string.Create(CultureInfo.InvariantCulture, $"mark {Kinds.For(Kind)} on {issue}{what}");
        var need = Need.Key(name, isComment ? MarkLimits.Settling : MarkLimits.Memory, holdAfterFailure: true);
        return need with
        {
            AsksAgain = !isComment,
            Linger = need.Linger with { LockDelay = TimeSpan.Zero }, // it has no processes that could go on
        };
    }
}
