using Baton.Runtime.Configuration;
using Baton.Runtime.Pushing.Merging.Data;
using Baton.Runtime.Pushing.Merging.Lists;
using Baton.Workflows.Findings;

namespace Baton.Runtime.Pushing.Merging;

/// <summary>
/// Settles a path that both sides changed. `mine`, `remote`, `union` and `fail` speak where git's lines conflict, and
/// then about the whole file, never about some of its hunks. `json`, `yaml`, `jsonl` and `csv` speak whenever both sides
/// changed the file: lines that merge without a conflict may still have a count in them that is wrong now.
/// </summary>
/// <param name="rules">The rules.</param>
/// <param name="content">Gives the content of a file's version.</param>
public sealed class Settling(PathRules rules, Func<TreeEntry, ReadOnlyMemory<byte>> content)
{
    /// <summary>Settles one path.</summary>
    public Settlement Settle(FileContest contest)
    {
        ArgumentNullException.ThrowIfNull(contest);
        if (contest.Entangled is { } why)
            return new Settlement.Conflict(why, "rename one of them, or change only one side");
        var rule = rules.For(contest.Path);
        try
        {
            if (contest.Clean is { } clean && !IsByContent(rule?.Resolve, contest) && Parses(contest, clean))
                return new Settlement.AsMerged();
            return Apply(contest, rule);
        }
        catch (MergeConflictException conflict)
        {
            return new Settlement.Conflict(conflict.Message, Hint(contest));
        }
    }

    // A mode that changed beside a content is nothing to merge by key.
    private static bool IsByContent(PushResolution? way, FileContest contest) =>
        contest.Mine?.Object != contest.Before?.Object
        && contest.Remote?.Object != contest.Before?.Object
        && way is PushResolution.Json or PushResolution.Yaml or PushResolution.Jsonl or PushResolution.Csv;

    private Settlement Apply(FileContest contest, PushRule? rule) =>
        (rule?.Resolve ?? PathRules.Usual(contest.Path)) switch
        {
            PushResolution.Mine => new Settlement.Taken(contest.Mine, "mine"),
            PushResolution.Remote => new Settlement.Taken(contest.Remote, "remote"),
            PushResolution.Fail => throw new MergeConflictException("its rule says fail"),
            PushResolution.Regenerate => throw new MergeConflictException(
                "its rule says regenerate, which this version of baton can't do"
            ),
            { } way => Write(contest, way, rule ?? new PushRule()),
            null => throw new MergeConflictException($"both sides changed it ({Deeds(contest)}), and no rule means it"),
        };

    private Settlement.Written Write(FileContest contest, PushResolution way, PushRule rule)
    {
        var (own, theirs) = (FileOf(contest, contest.Mine), FileOf(contest, contest.Remote));
        var input = new MergeInput(
            contest.Before is { IsFile: true } before ? (ReadOnlyMemory<byte>?)content(before) : null,
            content(own),
            content(theirs)
        )
        {
            Clean = contest.Clean is { IsFile: true } clean ? (ReadOnlyMemory<byte>?)content(clean) : null,
        };
        var mode = Mode(contest.Before?.Mode, own.Mode, theirs.Mode);
        var word = Choices.Resolve.For(way);
        var data = new DataRules(rule.Lists, rule.Keys);
        var (bytes, dropped) = way switch
        {
            PushResolution.Json => new DataContest(DataLanguage.Json, data).Merge(input),
            PushResolution.Yaml => new DataContest(DataLanguage.Yaml, data).Merge(input),
            PushResolution.Jsonl => (new RowContest(RowForm.Jsonl, rule.By).Merge(input), []),
            PushResolution.Csv => (new RowContest(RowForm.Csv, rule.By).Merge(input), []),
            _ => (Union(contest.Path, input), (IReadOnlyList<string>)[]),
        };
        return new Settlement.Written(mode, bytes, word) { Dropped = dropped };
    }

    private static byte[] Union(string path, MergeInput input)
    {
        var (before, mine, remote) = (
            TextLines.Read((input.Before ?? default).Span),
            TextLines.Read(input.Mine.Span),
            TextLines.Read(input.Remote.Span)
        );
        if (input.Mine.Span.Contains((byte)0) || input.Remote.Span.Contains((byte)0))
            throw new MergeConflictException("it is binary, and has no lines to unite");
        var merged = remote.Write(LineUnion.Merge(before.Lines, mine.Lines, remote.Lines));
        return FileCheck.Of(path, merged) is { } problem && FileCheck.Of(path, input.Mine.Span) is null
            ? throw new MergeConflictException($"the lines of both together can't be read any more: {problem}")
            : merged;
    }

    private static TreeEntry FileOf(FileContest contest, TreeEntry? entry) =>
        entry is { IsFile: true } file
            ? file
            : throw new MergeConflictException(
                entry is null
                    ? $"{Deeds(contest)}: there is no middle between a change and a deletion"
                    : $"it is a {entry.Kind} now, which can't be merged"
            );

    private static string Mode(string? before, string mine, string remote) =>
        mine == remote || mine == before ? remote
        : remote == before ? mine
        : throw new MergeConflictException("one side made it executable and the other not");

    // What could be read on both sides has to be readable after git's merge of the lines, too.
    private bool Parses(FileContest contest, TreeEntry clean)
    {
        if (
            PathRules.Usual(contest.Path) is null
            || contest is not { Mine.IsFile: true, Remote.IsFile: true }
            || !clean.IsFile
        )
            return true;
        return FileCheck.Of(contest.Path, content(clean).Span) is null
            || FileCheck.Of(contest.Path, content(contest.Mine).Span) is not null
            || FileCheck.Of(contest.Path, content(contest.Remote).Span) is not null;
    }

    private static string Deeds(FileContest contest) =>
        $"{Deed(contest.Before, contest.Mine)} here, {Deed(contest.Before, contest.Remote)} on the branch";

    private static string Deed(TreeEntry? before, TreeEntry? after) =>
        (before, after) switch
        {
            (null, _) => "added",
            (_, null) => "deleted",
            _ => "changed",
        };

    private static string Hint(FileContest contest)
    {
        var deletion = contest.Mine is null || contest.Remote is null;
        var ways = deletion ? "mine or remote" : "mine, remote, union, json, yaml, jsonl or csv";
        return $"a rule in baton.yml would settle it: push: {{ rules: [{{ paths: [{OneLine.Quoted(contest.Path, 200)}], resolve: … }}] }} with {ways}";
    }
}
