using System.Text;
using Baton.Runtime.Configuration;
using Baton.Tests.Support;

namespace Baton.Tests.Runtime.Configuration;

public sealed class ConfigurationReaderHoldsTests
{
    [Fact]
    public void Whatever_a_file_holds_it_is_read_or_its_errors_have_a_place()
    {
        var example = Encoding.UTF8.GetBytes(Documentation.Blocks("configuration.md", "yaml").First().Text);
        var pieces = Encoding.UTF8.GetBytes("{}[]:,-#&*!|>'\"%@` \n\t09azé");
        for (var seed = 0; seed < 400; seed++)
        {
            var random = new Random(seed);
            var bytes = example.ToArray();
            for (var change = random.Next(1, 6); change > 0; change--)
                bytes[random.Next(bytes.Length)] = pieces[random.Next(pieces.Length)];
            var reading = ConfigurationReader.Read(bytes, "baton.yml");
            if (reading is ConfigurationReading.Malformed malformed)
                malformed.Findings.ShouldAllBe(finding => finding.Line >= 1 && finding.Column >= 1, $"seed {seed}");
            else
                reading.ShouldBeOfType<ConfigurationReading.Read>($"seed {seed}");
        }
    }
}
