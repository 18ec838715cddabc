using System.Globalization;
using System.Text;
using Baton.Engine;
using Baton.Engine.Runs;
using Baton.Engine.Views;
using Baton.Runtime.Forge;
using Baton.Runtime.Stores;
using Baton.Workflows.Hashing;

namespace Baton.Runtime.Gating.Marks;

/// <summary>Tells from the journal whose marks on an issue are, and what became of the runs that put them there.</summary>
/// <param name="store">The scope, which has the journal.</param>
/// <param name="issue">The issue; none where nothing is about one.</param>
public sealed class OwnMarks(IScopeStore store, long? issue)
{
    private const int LengthOfHash = 16;

    /// <summary>The request by which a gate's run journals a mark; it names that run.</summary>
    /// <param name="gate">The gate's run.</param>
    /// <param name="mark">The mark.</param>
    /// <param name="time">Which time it is that it asks: the answer to the first stays what it is.</param>
    public static RequestId RequestOf(RunId gate, Mark mark, int time)
    {
        ArgumentNullException.ThrowIfNull(mark);
        var hash = Convert.ToHexString(Sha256.Hash(Encoding.UTF8.GetBytes(mark.Value)))[..LengthOfHash];
        return new(
            string.Create(CultureInfo.InvariantCulture, $"mark-{gate}-{Mark.Kinds.For(mark.Kind)}-{hash}-{time}")
        );
    }

    /// <summary>
    /// Whether a mark that is there says that the work is done. One that somebody else has put does; one of ours only if
    /// its run has succeeded, or is forgotten.
    /// </summary>
    /// <exception cref="StoreException">The store can't be reached.</exception>
    public async ValueTask<bool> SpeaksAsync(Mark mark, CancellationToken cancellation) =>
        issue is not { } number
        || await store
            .ReadAsync(
                (view, _) =>
                    view.Holds(mark.Journal(number).Resource).FirstOrDefault() is not { } hold
                    || GateOf(view.Run(hold.Run)) is not { } gate
                    || HasDone(view, gate),
                cancellation
            )
            .ConfigureAwait(false);

    /// <summary>The same of a comment.</summary>
    /// <exception cref="StoreException">The store can't be reached.</exception>
    public async ValueTask<bool> SpeaksAsync(ForgeComment comment, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(comment);
        return issue is not { } number
            || OwnComment.RunOf(number, comment.Body) is not { } gate
            || await store.ReadAsync((view, _) => HasDone(view, gate), cancellation).ConfigureAwait(false);
    }

    /// <summary>
    /// Baton's own comment among those on the issue: the oldest that carries the mark, and is of a program or of a run that
    /// the store knows. The mark alone proves nothing; anybody can write one.
    /// </summary>
    /// <exception cref="StoreException">The store can't be reached.</exception>
    public async ValueTask<ForgeComment?> FindAsync(
        IReadOnlyList<ForgeComment> comments,
        CancellationToken cancellation
    )
    {
        foreach (var comment in comments)
            if (
                OwnComment.RunOf(issue!.Value, comment.Body) is { } run
                && (
                    comment.Author?.EndsWith("[bot]", StringComparison.Ordinal) == true
                    || await store.ReadAsync((view, _) => view.Run(run) is not null, cancellation).ConfigureAwait(false)
                )
            )
                return comment;
        return null;
    }

    private static RunId? GateOf(Run? marking) =>
        marking?.Ask.Request.Value.Split('-') is ["mark", var gate, _, _, _] ? new RunId(gate) : null;

    private static bool HasDone(IScopeView view, RunId gate) =>
        view.Run(gate) is null or { Conclusion: Conclusion.Success };
}
