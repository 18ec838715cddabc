using System.Text;
using Baton.Runtime.Batches;

namespace Baton.Tests.Runtime.Batches;

public sealed class ItemListTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("100", "100")]
    [InlineData("100\n101\n", "100|101")]
    [InlineData("100\r\n101\r\n", "100|101")]
    [InlineData("\n\n100\n   \n\t\n101", "100|101")]
    [InlineData(" 100 \n", " 100 ")]
    [InlineData("\uFEFF100\n", "100")]
    [InlineData("a\rb\n", "a\rb")]
    [InlineData("--help\n-rf\n", "--help|-rf")]
    [InlineData("$(id)\n`id`\n; id\n", "$(id)|`id`|; id")]
    public void Lines_are_items(string list, string items) => Read(list, ItemsBetween.Lines).ShouldBe(items);

    [Theory]
    [InlineData("a\0b\0", "a|b")]
    [InlineData("a\nb\0\0c\r\n", "a\nb|c\r\n")]
    [InlineData("a\n", "a\n")]
    public void Between_nulls_an_item_may_have_lines(string list, string items) =>
        Read(list, ItemsBetween.Nulls).ShouldBe(items);

    [Fact]
    public void An_item_that_is_there_again_says_of_which_it_is_the_same()
    {
        var items = Items("a\nb\na\nA\na\n"u8.ToArray());
        items.Select(item => item.Repeats?.Number).ShouldBe([null, null, 1, null, 1]);
        items.Select(item => item.Number).ShouldBe([1, 2, 3, 4, 5]);
    }

    [Fact]
    public void A_nul_in_a_line_is_told_with_the_line() =>
        Message("a\n\nb\0c\n"u8.ToArray())
            .ShouldBe(
                "line 3: it has a NUL character, which no argument can have: --null takes a list that is separated by those"
            );

    [Fact]
    public void What_is_no_text_is_told_and_not_mended() =>
        Message([(byte)'a', (byte)'\n', 0xFF, 0xFE]).ShouldBe("line 2: it is not UTF-8");

    [Fact]
    public void An_item_that_no_argument_can_carry_is_told() =>
        Message(
                new byte[ItemList.LongestItem + 1]
                    .Select(_ => (byte)'x')
                    .ToArray()
            )
            .ShouldStartWith("line 1: it has 65537 bytes");

    [Fact]
    public void A_list_of_too_many_items_is_told()
    {
        var list = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("x\n", ItemList.MostItems + 1)));
        Message(list).ShouldContain("one more than the 100000 items");
    }

    private static string Read(string list, ItemsBetween between) =>
        string.Join('|', Items(Encoding.UTF8.GetBytes(list), between).Select(item => item.Text));

    private static IReadOnlyList<Item> Items(byte[] list, ItemsBetween between = ItemsBetween.Lines) =>
        ItemList.Read(list, between).ShouldBeOfType<ItemsReading.Read>().Items;

    private static string Message(byte[] list) =>
        ItemList.Read(list, ItemsBetween.Lines).ShouldBeOfType<ItemsReading.Malformed>().Message;
}
