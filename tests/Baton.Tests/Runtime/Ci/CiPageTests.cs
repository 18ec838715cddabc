using System.Text.RegularExpressions;
using Baton.Runtime.Ci;
using Baton.Tests.Support;

namespace Baton.Tests.Runtime.Ci;

public sealed partial class CiPageTests
{
    [Theory]
    [InlineData(1, "GITHUB_ACTIONS", "true")]
    [InlineData(2, "GITLAB_CI", "true")]
    [InlineData(3, "BUILDKITE", "true")]
    [InlineData(4, "JENKINS_URL", "https://jenkins.example.org")]
    public void The_page_names_the_variables_that_are_read(int column, string mark, string value)
    {
        var asked = new HashSet<string>();
        CiEnvironment.Read(name =>
        {
            asked.Add(name);
            return name == mark ? value : null;
        });
        // A run's page on GitHub needs a repository before its id is looked at, and so on: once more with all of them there.
        CiEnvironment.Read(name =>
        {
            asked.Add(name);
            return name == mark ? value
                : name is "GITHUB_REPOSITORY" or "CI_PROJECT_PATH" ? "a/b"
                : null;
        });
        asked.ExceptWith(["GITHUB_ACTIONS", "GITLAB_CI", "BUILDKITE", "JENKINS_URL"]);
        var told = Documentation
            .Rows("ci.md", "what")
            .SelectMany(row => Variable().Matches(row.ElementAtOrDefault(column) ?? "").Select(match => match.Value));
        told.Order(StringComparer.Ordinal).ShouldBe(asked.Order(StringComparer.Ordinal));
    }

    [GeneratedRegex("[A-Z]+(_[A-Z0-9]+)+", RegexOptions.None, 1000)]
    private static partial Regex Variable();
}
