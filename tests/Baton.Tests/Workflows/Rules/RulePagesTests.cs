using Baton.Tests.Support;
using Baton.Tests.Workflows.Meetings;
using Baton.Workflows.Rules;

namespace Baton.Tests.Workflows.Rules;

/// <summary>Each rule has a page, and finds what its page shows; files of one repository are parted by ---.</summary>
public sealed class RulePagesTests
{
    public static TheoryData<string> Ids => [.. RuleList.All.Select(rule => rule.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_rule_finds_what_its_page_calls_bad(string id)
    {
        var found = Find(id, Block(id, 0));
        found.ShouldNotBeEmpty();
        found.ShouldAllBe(one => one.Finding.Hint != null && one.Finding.Line > 0);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_rule_is_silent_about_what_its_page_calls_good(string id) => Find(id, Block(id, 1)).ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(Ids))]
    public void Nothing_else_is_found_in_what_a_page_calls_good(string id) =>
        Linter.Lint(Sets.Of(Block(id, 1).Split("---\n")), new LintChoice()).Select(one => one.Id).ShouldBe(Besides(id));

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_page_says_what_the_list_says(string id)
    {
        var (page, rule) = (Documentation.Read($"rules/{id}.md"), RuleList.Find(id)!);
        page.ShouldContain(rule.Says[1..] + ".");
        page.ShouldContain($"Confidence: {(rule.Confidence == Confidence.High ? "high" : "medium")}.");
        page.ShouldContain(rule.Persona == Persona.Strict ? "with `--strict`" : "by default");
        Documentation.Rows("lint.md", "rule").Select(row => row[0]).ShouldContain($"[{id}](rules/{id}.md)");
    }

    [Fact]
    public void Every_page_has_its_rule() =>
        Directory
            .GetFiles(Path.GetDirectoryName(Documentation.PathOf("rules/x.md"))!)
            .Select(Path.GetFileNameWithoutExtension)
            .ShouldBe(RuleList.All.Select(rule => rule.Id), ignoreOrder: true);

    // Its page says that two runs of a push to a pull request are another matter.
    private static string[] Besides(string id) => id == "empty-group" ? ["duplicate-start"] : [];

    private static string Block(string id, int index) =>
        Documentation.Blocks($"rules/{id}.md", "yaml").ElementAt(index).Text;

    private static IReadOnlyList<RuleFinding> Find(string id, string text) =>
        Linter.Lint(Sets.Of(text.Split("---\n")), new LintChoice { Rules = [id] });
}
