using System.Text;
using Baton.Workflows.Expressions;
using Baton.Workflows.Expressions.Values;
using Baton.Workflows.Hashing;

namespace Baton.Tests.Workflows.Expressions;

/// <summary>Which files a pattern means, and in which order.</summary>
public sealed class HashFilesTests
{
    // The content of each file is its path.
    private static readonly string[] Paths =
    [
        "package-lock.json",
        "a/package-lock.json",
        "a/b/package-lock.json",
        "a/b/c.txt",
        "a-b/x.lock",
        "B/x.lock",
        ".hidden/x.lock",
        "a[1].txt",
        "link/far.txt",
    ];

    [Theory]
    [InlineData("'package-lock.json'", "package-lock.json")]
    [InlineData("'**/package-lock.json'", "a/b/package-lock.json a/package-lock.json package-lock.json")]
    [InlineData("'*/*.lock'", ".hidden/x.lock B/x.lock a-b/x.lock")]
    [InlineData("'a'", "a/b/c.txt a/b/package-lock.json a/package-lock.json")]
    [InlineData("'a/**'", "a/b/c.txt a/b/package-lock.json a/package-lock.json")]
    [InlineData("'a/**', '!**/*.txt'", "a/b/package-lock.json a/package-lock.json")]
    [InlineData("'!**/*.txt', 'a/**'", "a/b/c.txt a/b/package-lock.json a/package-lock.json")]
    [InlineData("'B', 'a-b'", "B/x.lock a-b/x.lock")]
    [InlineData("'a-b', 'B'", "a-b/x.lock B/x.lock")]
    [InlineData("'**/x.loc?'", ".hidden/x.lock B/x.lock a-b/x.lock")]
    [InlineData("'[a-b]/**/*.txt'", "a/b/c.txt")]
    [InlineData("'b/x.lock'", "")]
    [InlineData("'[AB]/x.lock'", "B/x.lock")]
    [InlineData("'[!a]/x.lock'", "B/x.lock")]
    [InlineData("'# a/**'", "")]
    [InlineData("'../secret'", "")]
    [InlineData("'./package-lock.json'", "package-lock.json")]
    [InlineData("'link/*'", "")]
    [InlineData("'--follow-symbolic-links', 'link/*'", "link/far.txt")]
    public void A_pattern_means_files_in_the_order_of_the_walk(string patterns, string expected)
    {
        var context = new EvaluationContext(Properties.None)
        {
            Files = new FakeTree([.. Paths.Reverse().Select(path => (path, (string?)path))]),
        };
        Sample.Evaluate($"hashFiles({patterns})", context).Value.ShouldBe(Value.Of(Sum(expected)), patterns);
    }

    [Fact]
    public void A_file_that_cannot_be_read_is_an_error()
    {
        var context = new EvaluationContext(Properties.None) { Files = new FakeTree(("secret", null)) };
        Sample.Evaluate("hashFiles('**')", context).Error!.Message.ShouldBe("hashFiles can't read the file secret");
    }

    [Fact]
    public void An_unknown_option_is_an_error()
    {
        var context = new EvaluationContext(Properties.None) { Files = new FakeTree() };
        Sample
            .Evaluate("hashFiles('--nope', '**')", context)
            .Error!.Message.ShouldStartWith("Invalid glob option --nope");
    }

    private static string Sum(string expected)
    {
        if (expected.Length == 0)
            return "";
        var sum = new Sha256();
        foreach (var path in expected.Split(' '))
            sum.Append(Sha256.Hash(Encoding.UTF8.GetBytes(path)));
        return Convert.ToHexStringLower(sum.Finish());
    }
}
