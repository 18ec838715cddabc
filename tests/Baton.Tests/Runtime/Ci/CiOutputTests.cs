using Baton.Runtime.Ci;
using Baton.Tests.Support;

namespace Baton.Tests.Runtime.Ci;

public sealed class CiOutputTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("baton-output-").FullName;
    private readonly StringWriter commands = new() { NewLine = "\n" };
    private int nonces;

    private string Values => Path.Combine(folder, "values");

    private string Summary => Path.Combine(folder, "summary");

    [Fact]
    public void Values_come_back_as_they_were_whatever_they_hold()
    {
        var output = GitHub();
        for (var i = 0; i < HostileTitles.All.Count; i++)
            output.Set($"title-{i}", HostileTitles.All[i]);
        var read = RunnersView(File.ReadAllText(Values));
        read.Count.ShouldBe(HostileTitles.All.Count);
        for (var i = 0; i < HostileTitles.All.Count; i++)
            read[$"title-{i}"].ShouldBe(HostileTitles.All[i].Replace('\ud800', '\ufffd'));
    }

    [Theory]
    [InlineData("")]
    [InlineData("a b")]
    [InlineData("a=b")]
    [InlineData("a\nb")]
    [InlineData("1a")]
    [InlineData("ä")]
    public void A_name_of_another_form_is_refused(string name)
    {
        Should.Throw<ArgumentException>(() => GitHub().Set(name, "x"));
        Should.Throw<ArgumentException>(() => new DotenvOutput(Values).Set(name, "x"));
        Should.Throw<ArgumentException>(() => new NoOutput().Set(name, "x"));
    }

    [Theory]
    [InlineData(
        "a: b, c% d\ne",
        "::error file=a%3Ab%2Cc%25.yml,line=3,col=4,title=a%3A b%2C c%25 d%0Ae::a: b, c%25 d%0Ae\n"
    )]
    [InlineData(
        "x\r\n::add-mask::e",
        "::error file=a%3Ab%2Cc%25.yml,line=3,col=4,title=x%0D%0A%3A%3Aadd-mask%3A%3Ae::x%0D%0A::add-mask::e\n"
    )]
    public void An_annotation_is_escaped(string text, string expected)
    {
        GitHub()
            .Annotate(
                new Annotation(AnnotationLevel.Error, text)
                {
                    Title = text,
                    File = "a:b,c%.yml",
                    Line = 3,
                    Column = 4,
                }
            );
        commands.ToString().ShouldBe(expected);
    }

    [Theory]
    [InlineData(AnnotationLevel.Notice, "::notice::m\n")]
    [InlineData(AnnotationLevel.Warning, "::warning::m\n")]
    [InlineData(AnnotationLevel.Error, "::error::m\n")]
    public void Each_level_has_its_command(AnnotationLevel level, string expected)
    {
        GitHub().Annotate(new Annotation(level, "m"));
        commands.ToString().ShouldBe(expected);
    }

    [Fact]
    public void An_annotation_is_one_line_whatever_it_holds()
    {
        foreach (var title in HostileTitles.All)
            GitHub().Annotate(new Annotation(AnnotationLevel.Warning, title) { Title = title });
        var lines = commands.ToString().TrimEnd('\n').Split('\n', '\r', '\u2028', '\u2029');
        lines.Length.ShouldBe(HostileTitles.All.Count);
        lines.ShouldAllBe(line => line.StartsWith("::warning title=", StringComparison.Ordinal));
        lines.ShouldAllBe(line => !line.Any(char.IsControl));
    }

    [Fact]
    public void A_summary_is_appended_with_its_line_end()
    {
        var output = GitHub();
        output.Summarize("one");
        output.Summarize("two\n");
        File.ReadAllText(Summary).ShouldBe("one\ntwo\n");
    }

    [Fact]
    public void A_summary_that_is_too_long_is_cut()
    {
        GitHub().Summarize(new string('漢', 600_000));
        new FileInfo(Summary).Length.ShouldBeLessThan(GitHubOutput.LargestSummary);
        File.ReadAllText(Summary).ShouldEndWith("*(cut: the summary is too long)*\n");
    }

    [Fact]
    public void Foreign_text_in_a_summary_stays_text()
    {
        foreach (var title in HostileTitles.All)
        {
            var text = Markdown.Text(title);
            text.ShouldNotContain("\n");
            text.Where(c => char.IsAscii(c) && !char.IsAsciiLetterOrDigit(c))
                .Except([' ', ',', '/', '\'', '&', '#', ';'])
                .ShouldBeEmpty(title);
        }

        Markdown.Text("a|b <i>").ShouldBe("a&#124;b &#60;i&#62;");
    }

    [Theory]
    [InlineData("https://github.com/a/b", "[a](<https://github.com/a/b>)")]
    [InlineData("https://x.example/)(>\"|`", "[a](<https://x.example/%29%28%3E%22%7C%60>)")]
    [InlineData("javascript:alert(1)", "a")]
    [InlineData("nonsense", "a")]
    [InlineData(null, "a")]
    public void A_link_leads_to_pages_only(string? address, string expected) =>
        Markdown.Link("a", address).ShouldBe(expected);

    [Fact]
    public void A_dotenv_file_has_one_line_a_value()
    {
        var output = new DotenvOutput(Values);
        for (var i = 0; i < HostileTitles.All.Count; i++)
            output.Set($"title-{i}", HostileTitles.All[i]);
        var lines = File.ReadAllText(Values).TrimEnd('\n').Split('\n', '\r');
        lines
            .Select(line => line.Split('=')[0])
            .ShouldBe(Enumerable.Range(0, HostileTitles.All.Count).Select(i => $"BATON_TITLE_{i}"));
        output.Set("baton-run-id", "x");
        File.ReadAllText(Values).ShouldEndWith("\nBATON_RUN_ID=x\n");
    }

    [Fact]
    public void A_file_that_can_not_be_written_is_one_kind_of_failure() =>
        Should.Throw<CiOutputException>(() => new DotenvOutput(folder).Set("a", "b"));

    [Theory]
    [InlineData(CiService.GitHub, typeof(GitHubOutput))]
    [InlineData(CiService.GitLab, typeof(DotenvOutput))]
    [InlineData(CiService.Buildkite, typeof(NoOutput))]
    [InlineData(CiService.Jenkins, typeof(NoOutput))]
    [InlineData(CiService.None, typeof(NoOutput))]
    public void Each_service_has_its_writer(CiService service, Type expected) =>
        CiOutputs
            .For(service, name => name == "BATON_DOTENV" ? Values : null, commands, Nonce)
            .ShouldBeOfType(expected);

    [Fact]
    public void Without_its_variables_a_service_is_told_nothing()
    {
        var output = CiOutputs.For(CiService.GitHub, _ => null, commands, Nonce);
        output.Set("a", "b");
        output.Summarize("c");
        CiOutputs.For(CiService.GitLab, _ => null, commands, Nonce).ShouldBeOfType<NoOutput>();
        Directory.GetFiles(folder).ShouldBeEmpty();
    }

    public void Dispose()
    {
        commands.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    private GitHubOutput GitHub() => new((Values, Summary), commands, Nonce);

    private string Nonce() => $"NONCE{++nonces}";

    // As the runner reads the file: https://github.com/actions/runner/blob/main/src/Runner.Worker/FileCommandManager.cs
    private static Dictionary<string, string> RunnersView(string text)
    {
        var values = new Dictionary<string, string>();
        for (var at = 0; at < text.Length; )
        {
            var head = text[at..text.IndexOf('\n', at)].Split("<<");
            at = text.IndexOf('\n', at) + 1;
            var end = text.IndexOf($"\n{head[1]}\n", at - 1, StringComparison.Ordinal);
            values.Add(head[0], end < at ? "" : text[at..end]);
            at = end + head[1].Length + 2;
        }

        return values;
    }
}
