using System.Text.Json;
using Baton.Tests.Support;
using Baton.Workflows.Templates;

namespace Baton.Tests.Workflows.Templates;

public sealed class TemplatesPageTests
{
    public static TheoryData<string, string> Examples =>
        [.. Documentation.Rows("templates.md", "template").Select(row => (row[0], row[1]))];

    [Theory]
    [MemberData(nameof(Examples))]
    public void The_pages_examples_hold(string template, string expected)
    {
        using var payload = JsonDocument.Parse(Documentation.Blocks("templates.md", "json").Single().Text);
        var fields = new PayloadFields(
            payload.RootElement,
            new Dictionary<string, string> { ["github.ref"] = "refs/heads/main" }
        );
        Result(template, fields).ShouldBe(expected);
    }

    private static string Result(string text, IFieldSource fields) =>
        Template.Read(text) switch
        {
            TemplateReading.Malformed malformed => $"error at {malformed.Error}",
            TemplateReading.Read read => read.Template.Fill(fields) switch
            {
                TemplateFilling.Filled filled => filled.Text,
                TemplateFilling.Refused refused => $"error at {refused.Errors.ShouldHaveSingleItem()}",
                _ => throw new InvalidOperationException(),
            },
            _ => throw new InvalidOperationException(),
        };
}
