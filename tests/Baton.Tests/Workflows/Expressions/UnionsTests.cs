using Baton.Workflows.Expressions.Explaining;
using Baton.Workflows.Expressions.Syntax;
using Baton.Workflows.Expressions.Values;

namespace Baton.Tests.Workflows.Expressions;

/// <summary>Every kind of value and node goes through everything that tells them apart.</summary>
public sealed class UnionsTests
{
    private static readonly Value[] Values =
    [
        Value.Null.Value,
        Value.Of(truth: true),
        Value.Of(2),
        Value.Of("3"),
        new Value.Array([Value.Of(1)]),
        new Value.Object(new Properties([new("a", Value.Of(1))])),
    ];

    [Fact]
    public void Every_kind_of_value_is_tried() => Kinds(Values).ShouldBe(CasesOf(typeof(Value)));

    [Fact]
    public void Every_pair_of_values_compares()
    {
        foreach (var left in Values)
        {
            foreach (var right in Values)
            {
                foreach (var comparison in Enum.GetValues<ComparisonOperator>())
                    Comparison.Holds(comparison, left, right).ShouldBeOneOf(true, false);
                Comparison.AreEqual(left, right).ShouldBe(Comparison.AreEqual(right, left));
                Comparison.IsLess(left, right).ShouldBe(Comparison.IsGreater(right, left));
            }
        }
    }

    [Fact]
    public void Every_value_is_looked_into_shown_and_coerced()
    {
        foreach (var value in Values)
        {
            Shown.Short(value).ShouldNotBeEmpty();
            Shown.Full(value).ShouldNotBeEmpty();
            Shown.Kind(value).ShouldNotBeEmpty();
            Coercion.ToText(value).ShouldNotBeNull();
            Lookup.All(value).IsFiltered.ShouldBeTrue();
            foreach (var key in Values)
                Lookup.In(value, key).ShouldNotBeNull();
        }
    }

    [Fact]
    public void Every_kind_of_node_is_read_and_evaluated()
    {
        var root = Sample.Read("!contains(github.*, 'a') && github[0] == null", "github").Root!;
        Kinds(All(root)).ShouldBe(CasesOf(typeof(Node)));
    }

    private static IEnumerable<Node> All(Node node) => node.Parts.SelectMany(All).Prepend(node);

    private static string[] Kinds(IEnumerable<object> things) =>
        [.. things.Select(thing => thing.GetType().Name).Distinct().Order(StringComparer.Ordinal)];

    private static string[] CasesOf(Type union) =>
        [
            .. union
                .GetNestedTypes()
                .Where(type => type.IsSubclassOf(union))
                .Select(type => type.Name)
                .Order(StringComparer.Ordinal),
        ];
}
