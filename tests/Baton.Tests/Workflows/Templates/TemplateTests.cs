using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Baton.Workflows.Templates;

namespace Baton.Tests.Workflows.Templates;

public sealed class TemplateTests
{
    [Theory]
    [InlineData("")]
    [InlineData("a\nb")]
    [InlineData("a\u001b")]
    [InlineData("{a")]
    [InlineData("a}")]
    [InlineData("{}")]
    [InlineData("{a..b}")]
    [InlineData("{a|}")]
    [InlineData("{a{b}}")]
    [InlineData("{hash()}")]
    [InlineData("{hash(a,)}")]
    [InlineData("{hash(a)b}")]
    [InlineData("{sha(a)}")]
    [InlineData("{'a'}")]
    public void What_is_no_template_is_told(string text) =>
        Template.Read(text).ShouldBeOfType<TemplateReading.Malformed>();

    // Not a row of the table: an attribute can't hold half a surrogate pair.
    [Fact]
    public void Half_a_surrogate_pair_is_no_template() =>
        Template.Read("a\ud800").ShouldBeOfType<TemplateReading.Malformed>();

    [Fact]
    public void The_texts_length_is_bounded() =>
        Template.Read(new string('x', 1001)).ShouldBeOfType<TemplateReading.Malformed>();

    [Fact]
    public void The_names_length_is_bounded()
    {
        var title = new string('x', 200);
        Fill("{t}", $$"""{"t":"{{title}}"}""").ShouldBe(title);
        Fill("{t}!", $$"""{"t":"{{title}}"}""")
            .ShouldStartWith("column 1: the name has 201 characters; at most 200 are allowed");
    }

    [Theory]
    [InlineData("""{"t":""}""")]
    [InlineData("""{"t":"   "}""")]
    [InlineData("""{"t":"\n"}""")]
    [InlineData("""{"t":null}""")]
    [InlineData("""{}""")]
    [InlineData("""[]""")]
    [InlineData("""5""")]
    [InlineData("""{"t":{}}""")]
    [InlineData("""{"t":[1]}""")]
    [InlineData("""{"t":"a\u0000b"}""")]
    [InlineData("""{"t":"a\u001b[2J"}""")]
    [InlineData("""{"t":"a\u2028b"}""")]
    [InlineData("""{"t":"a\u202eb"}""")]
    [InlineData("""{"t":"a\ud800b"}""")]
    [InlineData("""{"t":"a\r\n::error::b"}""")]
    public void A_value_that_can_not_be_in_a_name_is_an_error(string payload) =>
        Fill("x-{t}", payload).ShouldStartWith("column 4: ");

    [Theory]
    [InlineData("""{"t":"größe 👍"}""", "größe 👍")]
    [InlineData("""{"t":"{x}"}""", "{x}")]
    [InlineData("""{"t":"a=5"}""", "a=5")]
    [InlineData("""{"t":1.50}""", "1.50")]
    [InlineData("""{"t":-0}""", "-0")]
    [InlineData("""{"t":true}""", "true")]
    [InlineData("""{"t":"$(rm -rf /)"}""", "$(rm -rf /)")]
    public void A_value_stands_as_it_is(string payload, string expected) => Fill("{t}", payload).ShouldBe(expected);

    [Fact]
    public void All_missing_fields_are_told() =>
        Fill("{a}-{hash(b,c)}", "{}")
            .Split('\n')
            .ShouldBe([
                "column 2: the field a is not there",
                "column 11: the field b is not there",
                "column 13: the field c is not there",
            ]);

    [Fact]
    public void A_hash_tells_where_one_field_ends()
    {
        var one = Fill("{hash(a,b)}", """{"a":"ab","b":"c"}""");
        var other = Fill("{hash(a,b)}", """{"a":"a","b":"bc"}""");
        one.ShouldNotBe(other);
        one.ShouldBe(Expected("ab", "c"));
        Fill("{hash(a|b , b)}", """{"a":"","b":"line\nbreak"}""").ShouldBe(Expected("line\nbreak", "line\nbreak"));
    }

    [Fact]
    public void A_given_field_wins_over_the_payload()
    {
        var source = new PayloadFields(
            JsonDocument.Parse("""{"item":"theirs"}""").RootElement,
            new Dictionary<string, string> { ["item"] = "mine" }
        );
        source.Find("item").ShouldBe(new Field.Text("mine"));
        new PayloadFields(null, new Dictionary<string, string> { ["github.ref"] = "x" })
            .Find("github.reff")
            .ShouldBe(new Field.Missing("github.ref"));
    }

    [Fact]
    public void A_template_without_fields_is_fixed()
    {
        Template.Read("a{{b}}").ShouldBeOfType<TemplateReading.Read>().Template.IsFixed.ShouldBeTrue();
        Template.Read("a{b}").ShouldBeOfType<TemplateReading.Read>().Template.IsFixed.ShouldBeFalse();
    }

    [Fact]
    public void A_field_of_any_depth_or_index_is_only_missing() =>
        Fill("{" + string.Join('.', Enumerable.Repeat("99999999999", 60)) + "}", "[[[1]]]")
            .ShouldStartWith("column 2: the field");

    private static string Fill(string template, string payload)
    {
        using var document = JsonDocument.Parse(payload);
        var fields = new PayloadFields(document.RootElement, new Dictionary<string, string>());
        return Template.Read(template).ShouldBeOfType<TemplateReading.Read>().Template.Fill(fields) switch
        {
            TemplateFilling.Filled filled => filled.Text,
            TemplateFilling.Refused refused => string.Join('\n', refused.Errors),
            var other => throw new InvalidOperationException(other.ToString()),
        };
    }

    private static string Expected(params string[] texts)
    {
        var bytes = new List<byte>();
        foreach (var text in texts)
        {
            var length = new byte[8];
            BinaryPrimitives.WriteInt64BigEndian(length, Encoding.UTF8.GetByteCount(text));
            bytes.AddRange([.. length, .. Encoding.UTF8.GetBytes(text)]);
        }

        return Convert.ToHexStringLower(SHA256.HashData([.. bytes]));
    }
}
