using System.Text;
using Baton.Workflows.Syntax;
using Baton.Workflows.Syntax.Matrices;
using Baton.Workflows.Yaml;

namespace Baton.Tests.Workflows.Syntax;

/// <summary>The forms of a job; the examples are those of GitHub's pages, and what they leave open.</summary>
public sealed class MatrixExpanderTests
{
    [Theory]
    [InlineData("{ os: [a, b], n: [1, 2] }", "os=a n=1|os=a n=2|os=b n=1|os=b n=2")]
    [InlineData("{ os: [a, b], n: [1, 2], exclude: [{ os: B, n: '1' }] }", "os=a n=1|os=a n=2|os=b n=2")]
    [InlineData("{ os: [a, b], exclude: [{ os: a }, { os: b }] }", "")]
    [InlineData("{ include: [{ x: 1 }, { y: 2 }] }", "x=1|y=2")]
    [InlineData(
        "{ fruit: [apple, pear], animal: [cat, dog], include: [{ color: green }, { color: pink, animal: cat }, { fruit: apple, shape: circle }, { fruit: banana }, { fruit: banana, animal: cat }] }",
        "fruit=apple animal=cat color=pink shape=circle|fruit=apple animal=dog color=green shape=circle|fruit=pear animal=cat color=pink|fruit=pear animal=dog color=green|fruit=banana|fruit=banana animal=cat"
    )]
    [InlineData("{ n: [1.10, '1.10'] }", "n=1.1|n=1.10")]
    [InlineData("{ v: [{ a: 1, b: 2 }, { a: 2 }], exclude: [{ v: { a: 1 } }] }", "v={a=2}")]
    [InlineData("{ v: [[1, 2], [3]], exclude: [{ v: [3] }] }", "v=[1,2]")]
    [InlineData("{ os: [a, '${{ github.ref }}'] }", "os=a|os=${{ github.ref }}")]
    public void A_matrix_becomes_its_combinations(string matrix, string expected)
    {
        var known = Expand(matrix).ShouldBeOfType<MatrixExpansion.Known>();
        string.Join('|', known.Combinations.Select(Show)).ShouldBe(expected);
    }

    [Theory]
    [InlineData("{ os: '${{ fromJSON(inputs.os) }}' }", 10)]
    [InlineData("{ os: [a], include: '${{ fromJSON(inputs.os) }}' }", 24)]
    [InlineData("{ os: ['${{ github.ref }}'], exclude: [{ os: a }] }", 11)]
    public void A_matrix_that_an_expression_decides_is_symbolic_and_says_which(string matrix, int column) =>
        (Expand(matrix).ShouldBeOfType<MatrixExpansion.Symbolic>().Because.Column - Before.Length).ShouldBe(column - 3);

    [Fact]
    public void A_matrix_of_more_than_256_forms_is_too_large()
    {
        var numbers = string.Join(", ", Enumerable.Range(0, 17));
        Expand($"{{ a: [{numbers}], b: [{numbers}] }}").ShouldBeOfType<MatrixExpansion.TooMany>();
        Expand($"{{ a: [{numbers}], b: [{numbers}], exclude: [{{ a: 0 }}, {{ b: 0 }}] }}")
            .ShouldBeOfType<MatrixExpansion.Known>()
            .Combinations.Count.ShouldBe(256);
        Expand($"{{ a: [{string.Join(", ", Enumerable.Range(0, 256))}] }}").ShouldBeOfType<MatrixExpansion.Known>();
    }

    private const string Before = "    strategy: { matrix: ";

    private static MatrixExpansion Expand(string matrix)
    {
        var text = $"on: push\njobs:\n  a:\n    runs-on: x\n{Before}{matrix} }}\n";
        var reading = WorkflowReader.Read(Encoding.UTF8.GetBytes(text), "f.yml");
        var strategy = reading.Content!.Jobs[0].Strategy.ShouldBeOfType<Setting<Strategy>.Written>().Value;
        return MatrixExpander.Expand(strategy.Matrix.ShouldBeOfType<Setting<Matrix>.Written>().Value);
    }

    private static string Show(Combination combination) =>
        string.Join(' ', combination.Values.Select(value => $"{value.Key}={Show(value.Value)}"));

    private static string Show(YamlNode node) =>
        node switch
        {
            YamlScalar scalar => scalar.AsText(),
            YamlSequence list => $"[{string.Join(',', list.Items.Select(Show))}]",
            YamlMapping mapping =>
                $"{{{string.Join(',', mapping.Entries.Select(e => $"{e.Key.Text}={Show(e.Value)}"))}}}",
            _ => "",
        };
}
