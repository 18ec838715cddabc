using System.Text.RegularExpressions;
using Baton.Tests.Tidy;

namespace Baton.Tests.Runtime.Logging;

public sealed partial class EventIdTests
{
    [Fact]
    public void Every_line_of_the_log_has_an_id_of_its_own()
    {
        var ids = Id()
            .Matches(Repository.Read("src/Baton.Runtime/Logging/Log.cs"))
            .Select(match => match.Groups[1].Value)
            .ToList();
        ids.ShouldNotBeEmpty();
        ids.ShouldBeUnique();
    }

    [GeneratedRegex(@"LoggerMessage\((\d+),", RegexOptions.NonBacktracking)]
    private static partial Regex Id();
}
