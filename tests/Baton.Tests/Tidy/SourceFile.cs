namespace Baton.Tests.Tidy;

/// <summary>A file of the repository: its path from the root, with slashes, and its text.</summary>
internal sealed record SourceFile(string Path, string Text)
{
    public string Folder => Path[..Math.Max(0, Path.LastIndexOf('/'))];

    /// <summary>The name up to its first dot: <c>Engine</c> for <c>Engine.Stops.cs</c>.</summary>
    public string Stem => Path[(Path.LastIndexOf('/') + 1)..].Split('.')[0];

    public string[] Lines => Text.TrimEnd('\n').Split('\n');
}
