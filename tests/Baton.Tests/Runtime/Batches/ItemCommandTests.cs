using Baton.Runtime.Batches;

namespace Baton.Tests.Runtime.Batches;

public sealed class ItemCommandTests
{
    [Theory]
    [InlineData("./work.sh {item}", "681", "./work.sh|681")]
    [InlineData("./work.sh --issue={item} {item}.log", "681", "./work.sh|--issue=681|681.log")]
    [InlineData("./work.sh {item}", "a b; rm -rf $HOME", "./work.sh|a b; rm -rf $HOME")]
    [InlineData("./work.sh {item}", "{item}", "./work.sh|{item}")]
    [InlineData("awk {print} {items} {}", "681", "awk|{print}|{items}|{}")]
    public void An_item_is_one_argument_whatever_it_holds(string command, string item, string expected) =>
        string.Join('|', ItemCommand.For(command.Split(' '), item)).ShouldBe(expected);

    [Theory]
    [InlineData("sh", "-c", "echo {item}")]
    [InlineData("/bin/bash", "-ec", "echo {item}")]
    [InlineData("env", "A=b", "sh", "-e", "-c", "echo {item}")]
    [InlineData("{item}", "x")]
    public void A_command_that_would_execute_its_items_is_refused(params string[] command) =>
        ItemCommand.Fault(command).ShouldNotBeNull();

    [Theory]
    [InlineData("sh", "-c", "echo \"$BATON_ITEM\"")]
    [InlineData("sh", "-c", "echo \"$1\"", "sh", "{item}")]
    [InlineData("sh", "./work.sh", "{item}")]
    [InlineData("./work.sh", "-c", "{item}")]
    public void Data_is_no_script(params string[] command) => ItemCommand.Fault(command).ShouldBeNull();
}
