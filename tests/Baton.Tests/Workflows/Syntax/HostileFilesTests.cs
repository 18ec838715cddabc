using System.Globalization;
using System.Text;
using Baton.Workflows.Syntax;

namespace Baton.Tests.Workflows.Syntax;

/// <summary>Files that are made to be trouble: each is refused with a message, and the work for it is bounded.</summary>
public sealed class HostileFilesTests
{
    public static TheoryData<string, byte[], string> Files { get; } =
        new()
        {
            { "a scalar of 10 MB", Bytes("on: " + new string('x', 10_000_000)), "the file has 10000004 bytes" },
            { "depth", Bytes("on: " + new string('[', 100_000)), "more than 50 levels" },
            { "depth of blocks", Bytes(string.Concat(Enumerable.Repeat("- ", 100_000))), "more than 50 levels" },
            {
                "many nodes",
                Bytes("on: [" + string.Concat(Enumerable.Repeat("a,", 400_000)) + "]"),
                "more than 50000 values"
            },
            { "many keys", Bytes(string.Concat(Enumerable.Range(0, 40_000).Select(Key))), "more than 50000 values" },
            {
                "many mistakes",
                Bytes("on: [" + string.Concat(Enumerable.Repeat("*a,", 10_000)) + "]"),
                "there is no anchor &a above this alias"
            },
            {
                "a great matrix",
                Bytes(
                    "on: push\njobs: { a: { runs-on: x, strategy: { matrix: {"
                        + string.Concat(Enumerable.Range(0, 2_000).Select(i => $"v{i}: [1, 2, 3],"))
                        + "} } } }"
                ),
                "the matrix has more than 256 combinations"
            },
            {
                "many expressions",
                Bytes(
                    "on: push\njobs:\n  a:\n    runs-on: x\n    name: "
                        + string.Concat(Enumerable.Repeat("${{ github.ref }}", 30_000))
                ),
                "exceeded max expression length"
            },
            { "NUL", Bytes("on: push\0\njobs: {}"), "the character U+0000 can't stand in a YAML file" },
            { "UTF-16", [0xff, 0xfe, .. Encoding.Unicode.GetBytes("on: push")], "the file is not UTF-8 but UTF-16" },
            { "UTF-16 without a mark", Encoding.Unicode.GetBytes("on: push"), "the character U+0000" },
            { "UTF-32", Encoding.UTF32.GetBytes("on: push"), "the character U+0000" },
            { "Latin-1", [(byte)'o', 0xe9], "the file is not UTF-8" },
            {
                "a broken comment",
                Bytes(string.Concat(Enumerable.Range(0, 100).Select(i => $"a{i}: [b]#\n"))),
                "this is not YAML"
            },
        };

    [Theory]
    [MemberData(nameof(Files))]
    public void A_hostile_file_is_refused_with_a_message(string kind, byte[] bytes, string expected)
    {
        kind.ShouldNotBeEmpty();
        var reading = WorkflowReader.Read(bytes, "f.yml");
        reading.HasErrors.ShouldBeTrue();
        reading.Findings[0].Message.ShouldStartWith(expected);
        reading.Findings.Count.ShouldBeLessThanOrEqualTo(201);
    }

    // A file of nothing but mistakes costs a bounded number of findings, not one for each.
    [Fact]
    public void A_file_of_mistakes_is_not_told_to_its_end()
    {
        var text =
            "on: push\njobs:\n" + string.Concat(Enumerable.Range(0, 5_000).Select(i => $"  j{i}: {{ rnus-on: x }}\n"));
        WorkflowReader.Read(Encoding.UTF8.GetBytes(text), "f.yml").Findings.Count.ShouldBeLessThanOrEqualTo(201);
    }

    [Fact]
    public void A_long_chain_of_needs_is_followed_once()
    {
        var jobs = Enumerable
            .Range(0, 4_000)
            .Select(i => string.Create(CultureInfo.InvariantCulture, $"  j{i}: {{ runs-on: x, needs: [j{i + 1}] }}\n"));
        var text = "on: push\njobs:\n" + string.Concat(jobs) + "  j4000: { runs-on: x }\n";
        WorkflowReader.Read(Encoding.UTF8.GetBytes(text), "f.yml").Findings.ShouldBeEmpty();
    }

    [Fact]
    public void Whatever_the_bytes_are_the_readers_answer()
    {
        var seed = Environment.GetEnvironmentVariable("BATON_SEED") is { Length: > 0 } set
            ? int.Parse(set, CultureInfo.InvariantCulture)
            : 20;
        var random = new Random(seed);
        string[] pieces =
        [
            "on",
            "jobs",
            "a",
            ":",
            ": ",
            "\n",
            "\n  ",
            "\n    ",
            "- ",
            "[",
            "]",
            "{",
            "}",
            ",",
            "&x ",
            "*x",
            "!!int ",
            "|",
            ">",
            "'",
            "\"",
            "#",
            "${{ ",
            " }}",
            "github.ref",
            "steps",
            "run",
            "uses",
            "runs-on",
            "needs",
            "strategy",
            "matrix",
            "include",
            "push",
            "~",
            "1.5",
            "concurrency",
            "group",
            "\t",
            "é",
            "insert",
            "if",
            "parallel",
        ];
        for (var round = 0; round < 3000; round++)
        {
            var text = string.Concat(
                Enumerable.Range(0, random.Next(60)).Select(_ => pieces[random.Next(pieces.Length)])
            );
            if (round % 2 == 0)
                text = "on: push\njobs:\n  a:\n    runs-on: x\n    " + text;
            var findings = Try(text, seed);
            findings.ShouldAllBe(finding => finding.Line >= 1 && finding.Column >= 1);
        }
    }

    private static IReadOnlyList<Baton.Workflows.Findings.Finding> Try(string text, int seed)
    {
        try
        {
            return
            [
                .. WorkflowReader.Read(Bytes(text), "f.yml").Findings,
                .. ActionReader.Read(Bytes(text), "f.yml").Findings,
            ];
        }
        catch (Exception failure)
        {
            throw new InvalidOperationException($"replay with BATON_SEED={seed}: {text}", failure);
        }
    }

    private static string Key(int number) => string.Create(CultureInfo.InvariantCulture, $"k{number}: 1\n");

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);
}
