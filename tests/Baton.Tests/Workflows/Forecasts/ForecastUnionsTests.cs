using Baton.Workflows.Expressions.Partial;
using Baton.Workflows.Forecasts;

namespace Baton.Tests.Workflows.Forecasts;

/// <summary>Every kind of piece, question, origin and outcome comes about somewhere, and can be shown.</summary>
public sealed class ForecastUnionsTests
{
    private static readonly Possibilities<SymbolicText>[] Examples =
    [
        .. new[]
        {
            "a",
            "x-${{ github.event.pull_request.number }}-${{ github.run_id }}-${{ inputs.text }}",
            "${{ github.event.pull_request.milestone && 'a' || 'b' }}",
            "${{ github.event.pull_request.merged && 'a' || 'b' }}",
            "${{ github.ref_name == 'main' && 'a' || 'b' }}",
            "${{ contains(github.event.pull_request.labels.*.name, 'x') && 'a' || 'b' }}",
            "x-${{ join(github.event.pull_request.labels.*.name) }}",
            "${{ vars.X && 'a' || fromJSON('{') }}",
            "${{ vars.X }}",
        }.SelectMany(group =>
            new[]
            {
                Name("{pull_request: {types: [closed]}}", group),
                Name("{workflow_dispatch: {inputs: {text: }}}", group),
            }
        ),
    ];

    [Fact]
    public void Every_possibility_comes_about() => Kinds(Examples).ShouldBe(CasesOf(typeof(Possibilities<>)));

    [Fact]
    public void Every_outcome_comes_about() =>
        Kinds(Cases.Select(one => one.Outcome)).ShouldBe(CasesOf(typeof(Outcome<>)));

    [Fact]
    public void Every_piece_comes_about() => Kinds(Pieces).ShouldBe(CasesOf(typeof(TextPiece)));

    [Fact]
    public void Every_question_comes_about_and_is_a_sentence()
    {
        var atoms = Cases.SelectMany(one => one.Guard.Terms).Select(term => term.Atom).ToList();
        Kinds(atoms).ShouldBe(CasesOf(typeof(Atom)));
        atoms.ShouldAllBe(atom => atom.Sentence(true) != atom.Sentence(false));
    }

    [Fact]
    public void Every_origin_comes_about() =>
        Kinds(
                Pieces
                    .OfType<TextPiece.OfSymbol>()
                    .Select(piece => piece.Symbol.Origin)
                    .Concat(
                        Cases
                            .SelectMany(one => one.Guard.Terms)
                            .Select(term => term.Atom)
                            .OfType<Atom.Counts>()
                            .Select(counts => counts.Value)
                            .OfType<PartialValue.OfSymbol>()
                            .Select(value => value.Symbol.Origin)
                    )
            )
            .ShouldBe(CasesOf(typeof(SymbolOrigin)));

    private static IEnumerable<Guarded<SymbolicText>> Cases => Examples.SelectMany(example => example.All);

    private static IEnumerable<TextPiece> Pieces =>
        Cases.Select(one => one.Outcome).OfType<Outcome<SymbolicText>.Gives>().SelectMany(gives => gives.Value.Pieces);

    private static Possibilities<SymbolicText> Name(string on, string group)
    {
        var workflow = Foreseen.WithGroup(on, group);
        return Forecaster.ConcurrencyOf(workflow, Occasion.Of(workflow)[0])!.Name;
    }

    private static string[] Kinds(IEnumerable<object> things) =>
        [.. things.Select(thing => thing.GetType().Name).Distinct().Order(StringComparer.Ordinal)];

    private static string[] CasesOf(Type union) =>
        [
            .. union
                .GetNestedTypes()
                .Where(type => type.BaseType is { } above && above.Name == union.Name)
                .Select(type => type.Name)
                .Order(StringComparer.Ordinal),
        ];
}
