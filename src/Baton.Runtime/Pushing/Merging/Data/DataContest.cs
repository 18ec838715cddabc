namespace Baton.Runtime.Pushing.Merging.Data;

/// <summary>Merges the bytes of a JSON or YAML file, and makes sure of what it wrote by reading it again.</summary>
/// <param name="language">What they are.</param>
/// <param name="rules">The rules for lists and keys.</param>
internal sealed class DataContest(DataLanguage language, DataRules rules)
{
    /// <summary>The merged bytes, and the keys whose change of this run a rule dropped.</summary>
    /// <exception cref="MergeConflictException">They can't be merged.</exception>
    public (byte[] Bytes, IReadOnlyList<string> Dropped) Merge(MergeInput input)
    {
        var before = input.Before is { } old ? Read(old, "before both changes") : null;
        var (mine, remote) = (Read(input.Mine, "of this run"), Read(input.Remote, "on the branch"));
        var merge = new DataMerge(mine, remote, rules);
        var merged = merge.Merge(before?.Root) ?? throw new MergeConflictException("nothing would be left of the file");
        var bytes = Write(remote, merged, merged.Canonical);
        return (Dressed(bytes, merged.Canonical, (before, mine, input.Clean)), merge.Dropped);
    }

    private DataFile Read(ReadOnlyMemory<byte> bytes, string which)
    {
        var (file, problem) = DataFile.Read(bytes.Span, language);
        var name = language == DataLanguage.Json ? "JSON" : "YAML";
        return file ?? throw new MergeConflictException($"the version {which} can't be merged as {name}: {problem}");
    }

    private byte[] Write(DataFile frame, DataMerged merged, string meant)
    {
        var text =
            language == DataLanguage.Yaml ? new BlockText(frame).Of(merged)
            : frame.Root is { } root ? frame.Text[..root.Start] + FlowText.Of(merged) + frame.Text[root.End..]
            : FlowText.Of(merged);
        var bytes = frame.Encode(text);
        if (DataFile.Read(bytes, language).File?.Root?.Canonical != meant)
            throw new MergeConflictException("the merged values can't be written into the form that the file has");
        return bytes;
    }

    // Comments say nothing to the merge by key. Where the lines merge as well, their text has the comments of both.
    private byte[] Dressed(
        byte[] merged,
        string meant,
        (DataFile? Before, DataFile Mine, ReadOnlyMemory<byte>? Clean) all
    )
    {
        if (language == DataLanguage.Json)
            return merged;
        if (all.Clean is { } clean && DataFile.Read(clean.Span, language).File is { Root: not null } lines)
        {
            if (lines.Root.Canonical == meant)
                return clean.ToArray();
            var values = DataFile.Read(merged, language).File!;
            try
            {
                return Write(lines, DataAlignment.Of(lines, values), meant);
            }
            catch (MergeConflictException)
            {
                // Then the comments have to be where they already are.
            }
        }

        var known = Comments(all.Before?.Text ?? "").Concat(Comments(DataFile.Read(merged, language).File!.Text));
        var lost = Comments(all.Mine.Text).Except(known, StringComparer.Ordinal).FirstOrDefault();
        return lost is null
            ? merged
            : throw new MergeConflictException(
                $"the comment {Workflows.Findings.OneLine.Quoted(lost, 60)} would be lost"
            );
    }

    private static IEnumerable<string> Comments(string text) =>
        text.Split('\n')
            .Select(line => (line, at: line.StartsWith('#') ? 0 : line.IndexOf(" #", StringComparison.Ordinal)))
            .Where(found => found.at >= 0)
            .Select(found => found.line[found.at..].Trim());
}
