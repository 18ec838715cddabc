using System.Security.Cryptography;
using System.Text;
using Baton.Workflows.Hashing;

namespace Baton.Tests.Workflows.Hashing;

public sealed class Sha256Tests
{
    // https://csrc.nist.gov/projects/cryptographic-standards-and-guidelines/example-values
    [Theory]
    [InlineData("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")]
    [InlineData("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")]
    [InlineData(
        "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    )]
    public void The_standards_examples_come_out(string text, string expected) =>
        Convert.ToHexStringLower(Sha256.Hash(Encoding.ASCII.GetBytes(text))).ShouldBe(expected);

    [Fact]
    public void A_million_letters_come_out() =>
        Convert
            .ToHexStringLower(Sha256.Hash(Encoding.ASCII.GetBytes(new string('a', 1_000_000))))
            .ShouldBe("cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");

    [Fact]
    public void Every_length_agrees_with_the_platform_whole_and_in_pieces()
    {
        var random = new Random(5);
        for (var length = 0; length < 300; length++)
        {
            var bytes = new byte[length];
            random.NextBytes(bytes);
            var pieces = new Sha256();
            for (var at = 0; at < length; )
            {
                var next = Math.Min(length, at + random.Next(1, 70));
                pieces.Append(bytes.AsSpan(at, next - at));
                at = next;
            }

            var expected = SHA256.HashData(bytes);
            Sha256.Hash(bytes).ShouldBe(expected);
            pieces.Finish().ShouldBe(expected);
        }
    }

    [Fact]
    public void A_finished_hash_takes_no_more()
    {
        var hash = new Sha256();
        hash.Finish();
        Should.Throw<InvalidOperationException>(() => hash.Append([1]));
    }
}
