using System.Globalization;
using System.Text;
using Baton.Proof.Fuzzing;
using Baton.Workflows.Syntax;

namespace Baton.Tests.Workflows.Syntax;

/// <summary>Files that are made to be trouble: each is refused with a message, and the work for it is bounded.</summary>
public sealed class HostileFilesTests
{
    public static TheoryData<string> Kinds { get; } = [.. HostileFiles.All.Select(file => file.Kind)];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_hostile_file_is_refused_with_a_message(string kind)
    {
        var file = HostileFiles.All.Single(file => file.Kind == kind);
        var reading = WorkflowReader.Read(file.Bytes, "f.yml");
        reading.HasErrors.ShouldBeTrue();
        reading.Findings[0].Message.ShouldStartWith(file.Message);
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
            .Select(i =>
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"  j{i}: {{ runs-on: x, needs: [j{i + 1}], steps: [{{ run: y }}] }}\n"
                )
            );
        var text = "on: push\njobs:\n" + string.Concat(jobs) + "  j4000: { runs-on: x, steps: [{ run: y }] }\n";
        WorkflowReader.Read(Encoding.UTF8.GetBytes(text), "f.yml").Findings.ShouldBeEmpty();
    }
}
