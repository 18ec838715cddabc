using Baton.Workflows.Expressions.Values;

namespace Baton.Tests.Workflows.Expressions;

/// <summary>JSON as GitHub reads and writes it.</summary>
public sealed class JsonTests
{
    [Theory]
    [InlineData("['a', \"b\",]", "[\n  \"a\",\n  \"b\"\n]")]
    [InlineData("{a: 1, 'b': 2, $c_1: 3,}", "{\n  \"a\": 1,\n  \"b\": 2,\n  \"$c_1\": 3\n}")]
    [InlineData("[1, /* two */ 3 // four\n]", "[\n  1,\n  3\n]")]
    [InlineData("[1,,2]", "[\n  1,\n  \"\",\n  2\n]")]
    [InlineData("0x10", "16")]
    [InlineData("010", "8")]
    [InlineData("-0", "0")]
    [InlineData(".5", "0.5")]
    [InlineData("1e400", "Infinity")]
    [InlineData("-Infinity", "-Infinity")]
    [InlineData("[NaN, undefined]", "[\n  NaN,\n  \"\"\n]")]
    [InlineData("1 2", "1")]
    [InlineData("{} what follows", "{}")]
    [InlineData("\"a\nb\"", "\"a\\nb\"")]
    [InlineData("\"\\u00e9\\t\\/\\'\"", "\"é\\t/'\"")]
    [InlineData("/*c*/ 1", "\"c\"")]
    [InlineData("{\"a\": 1, \"b\": 2, \"A\": 3}", "{\n  \"a\": 3,\n  \"b\": 2\n}")]
    public void JSON_is_read_generously(string text, string expected) =>
        Sample.Show(Sample.Value(text)).ShouldBe(expected);

    [Theory]
    [InlineData("", 0)]
    [InlineData(" ", 1)]
    [InlineData("{", 1)]
    [InlineData("[1", 2)]
    [InlineData("[1 2]", 3)]
    [InlineData("{\"a\" 1}", 5)]
    [InlineData("{\"a\": }", 6)]
    [InlineData("{,}", 1)]
    [InlineData("\"a", 2)]
    [InlineData("\"\\x\"", 2)]
    [InlineData("\"\\u12\"", 2)]
    [InlineData("tru", 0)]
    [InlineData("True", 0)]
    [InlineData("truex", 0)]
    [InlineData("1x", 0)]
    [InlineData("08", 0)]
    [InlineData("1-2", 0)]
    [InlineData("/", 0)]
    [InlineData("[/* 1", 1)]
    [InlineData("\ufeff1", 0)]
    public void What_is_no_JSON_is_told_with_its_place(string text, int index) =>
        JsonValueReader.Read(text).ShouldBeOfType<JsonReading.Malformed>().Index.ShouldBe(index, text);

    [Fact]
    public void Sixty_four_levels_are_read_and_no_more()
    {
        JsonValueReader.Read(new string('[', 64) + new string(']', 64)).ShouldBeOfType<JsonReading.Read>();
        JsonValueReader.Read(new string('[', 65) + new string(']', 65)).ShouldBeOfType<JsonReading.Malformed>();
    }

    [Fact]
    public void Half_a_surrogate_pair_is_read_as_it_is() =>
        ((Value.Text)Sample.Value("\"\\ud800\"")).Content.ShouldBe(((char)0xd800).ToString());

    [Fact]
    public void Control_characters_and_line_separators_are_escaped_and_letters_are_not() =>
        JsonValueWriter
            .Quote("\"\\\b\f\n\r\t\u0001\u001f\u0085\u2028\u2029'é😊\u007f/")
            .ShouldBe("\"\\\"\\\\\\b\\f\\n\\r\\t\\u0001\\u001f\\u0085\\u2028\\u2029'é😊\u007f/\"");
}
