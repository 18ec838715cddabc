using System.Text;
using Baton.Runtime.Configuration;
using Baton.Runtime.Pushing.Merging.Data;
using Baton.Runtime.Pushing.Merging.Lists;

namespace Baton.Runtime.Pushing.Merging;

/// <summary>Whether a file can still be read as what its name says it is.</summary>
internal static class FileCheck
{
    /// <summary>What is wrong with it, or null where nothing is, or nothing is known about such files.</summary>
    public static string? Of(string path, ReadOnlySpan<byte> bytes) =>
        PathRules.Usual(path) switch
        {
            PushResolution.Json => DataFile.Read(bytes, DataLanguage.Json).Problem,
            PushResolution.Yaml => DataFile.Read(bytes, DataLanguage.Yaml).Problem,
            PushResolution.Jsonl => Lines(bytes),
            PushResolution.Csv => Rows(bytes),
            _ => null,
        };

    private static string? Lines(ReadOnlySpan<byte> bytes) =>
        TextLines
            .Read(bytes)
            .Lines.Where(line => line.Trim().Length > 0)
            .Select(line => DataFile.Read(Encoding.Latin1.GetBytes(line), DataLanguage.Json).Problem)
            .FirstOrDefault(problem => problem is not null);

    private static string? Rows(ReadOnlySpan<byte> bytes)
    {
        try
        {
            _ = CsvRow.Join(TextLines.Read(bytes).Lines, "\n");
            return null;
        }
        catch (MergeConflictException broken)
        {
            return broken.Message;
        }
    }
}
