using System.Globalization;
using System.Text;

namespace Baton.Proof.Fuzzing;

/// <summary>A file that is made to be trouble.</summary>
/// <param name="Kind">What it is made of.</param>
/// <param name="Bytes">Its content.</param>
/// <param name="Message">How the message starts that refuses it.</param>
internal sealed record HostileFile(string Kind, byte[] Bytes, string Message);

/// <summary>Files that are made to be trouble, one of each kind.</summary>
internal static class HostileFiles
{
    private const string Before = "on: push\njobs:\n  a:\n    runs-on: x\n";

    public static IReadOnlyList<HostileFile> All { get; } =
    [
        Text("a scalar of 10 MB", "on: " + new string('x', 10_000_000), "the file has 10000004 bytes"),
        Text("100,000 levels of brackets", "on: " + new string('[', 100_000), "more than 50 levels"),
        Text("100,000 levels of blocks", Repeat("- ", 100_000), "more than 50 levels"),
        Text("400,000 values", $"on: [{Repeat("a,", 400_000)}]", "more than 50000 values"),
        Text("90,000 keys", Many(90_000, i => $"k{i}: 1\n"), "more than 50000 values"),
        Text(
            "an alias bomb",
            "on: &a [x, x]\n" + Many(20, i => $"k{i}: &{(char)('b' + i)} [*{(char)('a' + i)}, *{(char)('a' + i)}]\n"),
            "more than 50000 values"
        ),
        Text("10,000 aliases of nothing", $"on: [{Repeat("*a,", 10_000)}]", "there is no anchor &a above this alias"),
        Text(
            "a matrix of 3^2000 forms",
            $"on: push\njobs: {{ a: {{ runs-on: x, strategy: {{ matrix: {{{Many(2_000, i => $"v{i}: [1, 2, 3],")}}} }} }} }}",
            "the matrix has more than 256 combinations"
        ),
        Text(
            "60,000 expressions in a value",
            $"{Before}    name: {Repeat("${{ github.ref }}", 60_000)}",
            "exceeded max expression length"
        ),
        Text(
            "an expression of 1 MB",
            $"{Before}    name: ${{{{ {Repeat("(", 1_000_000)} }}}}",
            "exceeded max expression length"
        ),
        Text(
            "an expression of 4,000 levels",
            $"{Before}    name: ${{{{ {Repeat("!", 4_000)}true }}}}",
            "exceeded max expression depth"
        ),
        Text(
            "5,000 jobs with a mistake each",
            "on: push\njobs:\n" + Many(5_000, i => $"  j{i}: {{ rnus-on: x }}\n"),
            "a job"
        ),
        Text("100 comments right after a bracket", Many(100, i => $"a{i}: [b]#\n"), "this is not YAML"),
        Text("a NUL", "on: push\0\njobs: {}", "the character U+0000 can't stand in a YAML file"),
        new("UTF-16", [0xff, 0xfe, .. Encoding.Unicode.GetBytes("on: push")], "the file is not UTF-8 but UTF-16"),
        new("UTF-32", Encoding.UTF32.GetBytes("on: push"), "the character U+0000"),
        new("Latin-1", [(byte)'o', 0xe9], "the file is not UTF-8"),
        new("1 MB of the byte 0x80", [.. Enumerable.Repeat((byte)0x80, 1_000_000)], "the file is not UTF-8"),
    ];

    private static HostileFile Text(string kind, string text, string message) =>
        new(kind, Encoding.UTF8.GetBytes(text), message);

    private static string Repeat(string piece, int times) => string.Concat(Enumerable.Repeat(piece, times));

    private static string Many(int count, Func<int, FormattableString> piece) =>
        string.Concat(Enumerable.Range(0, count).Select(i => piece(i).ToString(CultureInfo.InvariantCulture)));
}
