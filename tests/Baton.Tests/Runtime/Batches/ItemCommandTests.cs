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
    [InlineData("sh", "-c", "-e", "echo {item}")]
    [InlineData("sh", "-c", "{item}")]
    [InlineData("bash", "-c", "-o", "pipefail", "{item}")]
    [InlineData("bash", "-c", "--", "echo {item}")]
    [InlineData("bash", "-c", "-o", "pipefail", "echo {item}")]
    [InlineData("bash", "-o", "pipefail", "-c", "{item}-x")]
    [InlineData("/usr/bin/rbash", "-c", "echo {item}")]
    [InlineData("flock", "/tmp/lock", "-c", "echo {item}")]
    [InlineData("su", "-", "deploy", "-c", "echo {item}")]
    [InlineData("su", "-c", "echo {item}", "deploy")]
    [InlineData("su", "--command=echo {item}", "deploy")]
    [InlineData("script", "-qc", "echo {item}", "/dev/null")]
    [InlineData("ssh", "host", "echo {item}")]
    [InlineData("ssh", "-p", "22", "host", "work", "{item}")]
    [InlineData("sudo", "ssh", "-o", "ProxyCommand=nc {item} 22", "host")]
    [InlineData("python3", "-c", "print('{item}')")]
    [InlineData("python3.12", "-c", "print('{item}')")]
    [InlineData("perl", "-we", "print '{item}'")]
    [InlineData("perl", "-e'{item}'")]
    [InlineData("node", "--eval", "x('{item}')")]
    [InlineData("env", "-S", "./work.sh {item}")]
    [InlineData("docker", "exec", "box", "sh", "-c", "echo {item}")]
    [InlineData("eval", "echo", "{item}")]
    [InlineData("watch", "ls", "{item}")]
    [InlineData("pwsh", "-NoProfile", "-Command", "./work.ps1", "{item}")]
    [InlineData("./unknown", "-c", "echo {item}")]
    [InlineData("psql", "--command", "delete from x where y = '{item}'")]
    [InlineData("{item}", "x")]
    public void A_command_that_would_execute_its_items_is_refused(params string[] command) =>
        ItemCommand.Fault(command).ShouldNotBeNull();

    [Theory]
    [InlineData("sh", "-c", "echo \"$BATON_ITEM\"")]
    [InlineData("sh", "-c", "echo \"$1\"", "sh", "{item}")]
    [InlineData("sh", "./work.sh", "{item}")]
    [InlineData("bash", "-e", "./work.sh", "--issue={item}")]
    [InlineData("bash", "-c", "-o", "pipefail", "./work.sh \"$1\"", "_", "{item}")]
    [InlineData("python3", "work.py", "--issue={item}")]
    [InlineData("pwsh", "-File", "work.ps1", "{item}")]
    [InlineData("ssh", "{item}", "uptime")]
    [InlineData("ssh", "-p", "22", "-o", "BatchMode=yes", "--", "{item}.example", "uptime")]
    [InlineData("git", "-c", "user.name=x", "commit", "-m", "Fix {item}")]
    [InlineData("curl", "-c", "jar", "https://example/{item}")]
    [InlineData("./work.sh", "-c", "{item}")]
    public void Data_is_no_script(params string[] command) => ItemCommand.Fault(command).ShouldBeNull();
}
