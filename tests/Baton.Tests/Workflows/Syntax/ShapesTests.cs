using System.Text.RegularExpressions;
using Baton.Tests.Tidy;

namespace Baton.Tests.Workflows.Syntax;

/// <summary>
/// The tables of the syntax are made at their first use, by whichever thread comes first. If two of them needed each other,
/// two threads that came from both sides would leave one of them half made for good.
/// </summary>
public sealed partial class ShapesTests
{
    [Fact]
    public void No_two_tables_need_each_other_to_be_made()
    {
        var needs = Repository
            .Sources("src/Baton.Workflows/Syntax/Shapes")
            .ToDictionary(
                file => file.Stem,
                file => Named().Matches(file.Text).Select(match => match.Groups[1].Value).Except([file.Stem]).ToList()
            );
        needs.Count.ShouldBeGreaterThan(5);

        var made = new HashSet<string>(StringComparer.Ordinal);
        while (needs.FirstOrDefault(one => one.Value.All(made.Contains)) is { Key: { } ready })
        {
            made.Add(ready);
            needs.Remove(ready);
        }
        needs.Keys.ShouldBeEmpty("these go in a circle, or need one that does");
    }

    [GeneratedRegex(@"\b(Names|\w*Shape)\.[A-Z]", RegexOptions.None, 1000)]
    private static partial Regex Named();
}
