using Baton.Workflows.Events.Filters;

namespace Baton.Tests.Workflows.Events;

public sealed class GlobTests
{
    [Theory]
    [InlineData("main", "main", true)]
    [InlineData("main", "Main", false)]
    [InlineData("main", "main2", false)]
    [InlineData("feature/*", "feature/a", true)]
    [InlineData("feature/*", "feature/a/b", false)]
    [InlineData("feature/**", "feature/a/b", true)]
    [InlineData("feature/**", "feature", false)]
    [InlineData("*", ".hidden", true)]
    [InlineData("**", "", true)]
    [InlineData("**/docs/**", "docs/a.md", true)]
    [InlineData("**/docs/**", "a/b/docs/c/d.md", true)]
    [InlineData("**/docs/**", "adocs/a.md", false)]
    [InlineData("docs/**/*.md", "docs/a.md", true)]
    [InlineData("docs/**/*.md", "docs/b/c/a.md", true)]
    [InlineData("docs/**/*.md", "docsa.md", false)]
    [InlineData("a**b", "a/x/b", true)]
    [InlineData("*.jsx?", "page.js", true)]
    [InlineData("*.jsx?", "page.jsx", true)]
    [InlineData("*.jsx?", "page.jsxx", false)]
    [InlineData("v[0-9]+.[0-9]+", "v10.2", true)]
    [InlineData("v[0-9]+.[0-9]+", "v.2", false)]
    [InlineData("v[0-9]+.[0-9]+", "v1x2", false)]
    [InlineData("[CB]at", "Cat", true)]
    [InlineData("[CB]at", "cat", false)]
    [InlineData("[a-c]?x", "x", true)]
    [InlineData("C\\+\\+", "C++", true)]
    [InlineData("C\\+\\+", "CC", false)]
    [InlineData("\\!x", "!x", true)]
    [InlineData("a\\\\b", "a\\b", true)]
    [InlineData("é+", "éé", true)]
    [InlineData("\U0001f600+", "\U0001f600\U0001f600", true)]
    [InlineData("\U0001f600?x", "x", true)]
    [InlineData("**/+x", "a/b/x", true)]
    [InlineData("a.c", "abc", false)]
    [InlineData("(a|b)$", "(a|b)$", true)]
    public void A_pattern_covers_the_whole_name_or_not(string pattern, string name, bool matches) =>
        Glob.Read(pattern, GlobSubject.Path).Glob!.Matches(name).ShouldBe(matches);

    [Theory]
    [InlineData("!", 1)]
    [InlineData("?", 1)]
    [InlineData("C++", 3)]
    [InlineData("**?", 3)]
    [InlineData("a?+", 3)]
    [InlineData("[", 1)]
    [InlineData("[]", 2)]
    [InlineData("[a-z", 4)]
    [InlineData("[a-]", 4)]
    [InlineData("[-a]", 2)]
    [InlineData("[z-a]", 4)]
    [InlineData("[a-9]", 4)]
    [InlineData("[0-9.]", 5)]
    [InlineData("[0-9\\-]", 7)]
    [InlineData("a\\", 2)]
    [InlineData("\U0001f600??", 3)]
    public void What_GitHub_refuses_is_refused_with_its_column(string pattern, int column)
    {
        var reading = Glob.Read(pattern, GlobSubject.Name);
        reading.Glob.ShouldBeNull();
        reading.Problems.First(problem => problem.Weight == GlobWeight.Refused).Column.ShouldBe(column);
        reading.Problems.ShouldAllBe(problem => problem.Message.Length > 0 && !problem.Message.Contains('\n'));
    }

    [Theory]
    [InlineData("", GlobSubject.Ref)]
    [InlineData("/main", GlobSubject.Ref)]
    [InlineData("main/", GlobSubject.Ref)]
    [InlineData("a b", GlobSubject.Ref)]
    [InlineData("[x]", GlobSubject.Ref)]
    [InlineData("./src/**", GlobSubject.Path)]
    [InlineData(" src", GlobSubject.Path)]
    [InlineData("src\\dir", GlobSubject.Path)]
    public void What_matches_nothing_is_read_with_a_doubt(string pattern, GlobSubject subject)
    {
        var reading = Glob.Read(pattern, subject);
        reading.Glob.ShouldNotBeNull();
        reading.Problems.ShouldHaveSingleItem().Weight.ShouldBe(GlobWeight.Doubtful);
    }

    [Theory]
    [InlineData("branches", "main,release/*", "main", true)]
    [InlineData("branches", "main,release/*", "x", false)]
    [InlineData("branches", "**,!wip/**", "wip/a", false)]
    [InlineData("branches", "!wip/**,**", "wip/a", true)]
    [InlineData("branches", "!wip", "main", false)]
    [InlineData("branches", "**,!wip/**,wip/ok", "wip/ok", true)]
    [InlineData("branches-ignore", "wip/**", "wip/a", false)]
    [InlineData("branches-ignore", "wip/**", "main", true)]
    [InlineData("branches-ignore", "!main", "main", true)]
    [InlineData("branches-ignore", "!main", "x", false)]
    [InlineData("paths", "", "x", true)]
    public void The_order_of_patterns_decides(string filter, string patterns, string name, bool passes) =>
        NameFilter
            .Of(filter, patterns.Split(',', StringSplitOptions.RemoveEmptyEntries))!
            .Passes(name)
            .ShouldBe(passes);

    [Fact]
    public void A_filter_with_a_refused_pattern_is_none() => NameFilter.Of("tags", ["v1", "v[-]"]).ShouldBeNull();

    [Fact]
    public void A_pattern_made_to_be_slow_is_not()
    {
        // Whoever tries and takes back would not come to an end.
        var stars = string.Concat(Enumerable.Repeat("**a", 300));
        Glob.Read(stars + "b", GlobSubject.Path).Glob!.Matches(new string('a', 3000)).ShouldBeFalse();
        var optional = string.Concat(Enumerable.Repeat("a?", 300)) + new string('a', 300);
        Glob.Read(optional, GlobSubject.Path).Glob!.Matches(new string('a', 300)).ShouldBeTrue();
        var folders = string.Concat(Enumerable.Repeat("**/", 300));
        Glob.Read(folders + "x", GlobSubject.Path).Glob!.Matches(new string('/', 3000)).ShouldBeFalse();
    }
}
