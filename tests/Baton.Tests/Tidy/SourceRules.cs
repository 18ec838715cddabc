using System.Text.RegularExpressions;

namespace Baton.Tests.Tidy;

/// <summary>Rules over one source each; a rule returns one line for each thing it finds.</summary>
internal static partial class SourceRules
{
    private const int LongestFile = 400;

    public static IEnumerable<string> Length(SourceFile file)
    {
        if (file.Lines.Length > LongestFile)
        {
            yield return $"{file.Path}: {file.Lines.Length} lines, at most {LongestFile}: something wants out";
        }
    }

    /// <summary>The namespace is the project's name and the folders below it; one file says why it stands above them.</summary>
    public static IEnumerable<string> Namespace(SourceFile file)
    {
        var expected =
            file.Path == "src/Baton.Engine/Projections.cs" ? "Baton" : string.Join('.', file.Folder.Split('/').Skip(1));
        foreach (Match match in NamespaceLine().Matches(file.Text))
        {
            if (match.Groups[1].Value != expected)
            {
                yield return $"{file.Path}: namespace {match.Groups[1].Value}, expected {expected}";
            }
        }
    }

    /// <summary>A file is named after a public type in it, and holds at most one more that only that one needs.</summary>
    public static IEnumerable<string> NamedAfterItsType(SourceFile file)
    {
        var names = TopLevelPublicType().Matches(file.Text).Select(match => match.Groups[1].Value).Distinct().ToArray();
        if (names.Length > 2)
        {
            yield return $"{file.Path}: {names.Length} public types ({string.Join(", ", names)}), one concept a file";
        }

        if (names.Length > 0 && !names.Contains(file.Stem))
        {
            yield return $"{file.Path}: holds {string.Join(", ", names)} but is named after none of them";
        }
    }

    public static IEnumerable<string> TypeNames(SourceFile file) =>
        AnyType()
            .Matches(file.Text)
            .Select(match => match.Groups[1].Value)
            .Where(name => EmptyName().IsMatch(name))
            .Select(name => $"{file.Path}: {name} says nothing: name what it is in the domain");

    /// <summary>A test waits for something that happens, never for time to pass.</summary>
    public static IEnumerable<string> Waits(SourceFile file) =>
        file
            .Lines.Select((line, index) => (line, index))
            .Where(each => FixedWait().IsMatch(each.line))
            .Select(each => $"{file.Path}:{each.index + 1}: waits for time to pass; wait for what should happen");

    [GeneratedRegex(@"^namespace ([\w.]+)", RegexOptions.Multiline, 1000)]
    private static partial Regex NamespaceLine();

    [GeneratedRegex(
        @"^public (?:(?:sealed|abstract|static|partial|readonly|ref|unsafe) )*(?:record struct|record class|record|class|struct|interface|enum|delegate [\w<>?.]+) (\w+)",
        RegexOptions.Multiline,
        1000
    )]
    private static partial Regex TopLevelPublicType();

    [GeneratedRegex(
        @"^\s*(?:(?:public|internal|private|protected|file|sealed|abstract|static|partial|readonly|ref|unsafe) )*(?:record struct|record class|record|class|struct|interface|enum) (\w+)",
        RegexOptions.Multiline,
        1000
    )]
    private static partial Regex AnyType();

    [GeneratedRegex("(Helpers?|Utils?|Utility|Utilities|Manager|Base|Info)$", RegexOptions.None, 1000)]
    private static partial Regex EmptyName();

    [GeneratedRegex(@"\bThread\.Sleep\(|\bTask\.Delay\((?!Timeout\.Infinite)", RegexOptions.None, 1000)]
    private static partial Regex FixedWait();
}
