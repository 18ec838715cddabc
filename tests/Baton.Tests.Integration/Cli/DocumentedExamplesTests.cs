using Baton.Tests.Integration.Support;

namespace Baton.Tests.Integration.Cli;

/// <summary>What the pages show is what the program says.</summary>
public sealed class DocumentedExamplesTests
{
    private const string Script = "#!/bin/sh\n";

    [Fact]
    public async Task Every_console_example_says_what_its_page_shows()
    {
        var examples = Pages().SelectMany(page => ConsoleExample.Of(Name(page), File.ReadAllText(page))).ToList();
        examples.ShouldNotBeEmpty();
        foreach (var example in examples)
            await Holds(example);
    }

    [Fact]
    public void An_example_has_its_commands_and_what_follows_them()
    {
        var example = ConsoleExample.Of("x.md", "text\n```console\n$ baton a\none\ntwo\n$ baton b\n```\n").Single();
        example.Line.ShouldBe(2);
        example.Steps.ShouldBe([("baton a", "one\ntwo"), ("baton b", "")]);
    }

    [Fact]
    public void An_id_stands_for_one_run_and_a_span_for_any()
    {
        var text = new ShownText();
        const string shown = "01M7ZGSYBM3AXCAM4EZ6GYHJER",
            real = "01M7ZJHEGKHX3TK7CFHNMV5KHK",
            another = "01M7ZJHEGKHX3TK7CFHNMV5KHM";
        var (left, right) = text.Alike($"run {shown} for 5 s", $"run {real} for 4 min 59 s");
        left.ShouldBe(right);
        text.Real($"baton renew {shown}").ShouldBe($"baton renew {real}");
        (left, right) = text.Alike($"run {shown}", $"run {another}");
        left.ShouldNotBe(right);
    }

    private static async Task Holds(ConsoleExample example)
    {
        using var machine = new Machine();
        var text = new ShownText();
        await Furnish(machine);
        foreach (var (command, says) in example.Steps)
        {
            var ended = await machine.Shell($"exec 2>&1\n{text.Real(command)}").End();
            var (shown, said) = text.Alike(says, ended.Output);
            said.ShouldBe(shown, $"{example.Page}, the block at line {example.Line}: $ {command}");
        }
    }

    // What the examples find in their folder: the program, an issue's event, and the work.
    private static async Task Furnish(Machine machine)
    {
        var words = Machine.CommandLine().Select(word => $"'{word}'");
        Put(machine, "baton", $"exec {string.Join(' ', words)} \"$@\"\n");
        Put(machine, "work.sh", "echo working\n");
        Put(machine, "deploy.sh", "echo deployed\n");
        (await machine.Shell("chmod +x baton work.sh deploy.sh").End()).Code.ShouldBe(0);
        var payload = Path.Combine(machine.Checkout, "event.json");
        File.WriteAllText(payload, """{ "action": "opened", "issue": { "number": 42, "title": "It breaks" } }""");
        machine.Variables["GITHUB_EVENT_PATH"] = payload;
        machine.Variables["PATH"] = $"{machine.Checkout}:{machine.Variables["PATH"]}";
    }

    private static void Put(Machine machine, string name, string text) =>
        File.WriteAllText(Path.Combine(machine.Checkout, name), Script + text);

    private static IEnumerable<string> Pages() =>
        Directory
            .EnumerateFiles(Path.Combine(SourceTree.Root, "docs"), "*.md", SearchOption.AllDirectories)
            .Append(Path.Combine(SourceTree.Root, "README.md"))
            .Order(StringComparer.Ordinal);

    private static string Name(string page) => Path.GetRelativePath(SourceTree.Root, page);
}
