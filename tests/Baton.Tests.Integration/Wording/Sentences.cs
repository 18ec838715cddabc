using Baton.Engine;
using Baton.Engine.Records;
using Baton.Engine.Resources;
using Baton.Engine.Runs;
using Baton.Runtime.Audit;
using Baton.Runtime.Wording;
using Baton.Tests.Integration.Support;
using Record = Baton.Engine.Records.Record;

namespace Baton.Tests.Integration.Wording;

/// <summary>Every case of every union has its sentence, on one line, and hostile text stays harmless in it.</summary>
public sealed class Sentences
{
    private static readonly Instant Now = new(TimeSpan.FromHours(2).Ticks);

    private static readonly Telling Known = new(
        _ => new RunTitle("opened #12", "https://ci/12", new Instant(Now.Ticks - TimeSpan.FromMinutes(2).Ticks)),
        Now
    );

    [Fact]
    public void A_held_key_is_told_with_its_holder_and_since_when() =>
        ReasonWords
            .Of(new Reason.Held(ResourceName.Key("issue-681"), new RunId("01J")), Known)
            .ShouldBe("key issue-681 is held by run 01J (opened #12, https://ci/12) for 2 min now");

    [Fact]
    public void A_duplicate_is_told_with_who_won_and_how_long_it_counts() =>
        ReasonWords
            .Of(
                new Reason.DuplicateOf(
                    ResourceName.Key("k"),
                    new RunId("01J"),
                    Conclusion.Success,
                    Now + TimeSpan.FromMinutes(4)
                ),
                Telling.Bare(Now)
            )
            .ShouldBe("run 01J had key k and succeeded, and key k stays taken for another 4 min");

    [Fact]
    public void Every_reason_has_a_sentence() => Every<Reason>(ReasonWords.Of);

    [Fact]
    public void Every_warning_has_a_sentence() => Every<Warning>(WarningWords.Of);

    [Fact]
    public void Every_refusal_has_a_sentence() => Every<Refusal>(RefusalWords.Of);

    [Fact]
    public void Every_audit_fact_has_a_sentence() => Every<AuditFact>(RecordWords.Of);

    [Fact]
    public void Every_kind_of_record_and_every_conclusion_has_words()
    {
        foreach (var kind in Enum.GetValues<RecordKind>())
            RecordWords.Of(new Record(kind, Now, null, null, null), Known).ShouldNotBeNullOrWhiteSpace();
        Enum.GetValues<Conclusion>().Select(ConclusionWords.Of).ShouldBeUnique();
    }

    [Fact]
    public void Titles_cannot_command_the_terminal()
    {
        var hostile = new Telling(_ => new RunTitle("\u001b[2J\r\n::error::x\u202e", null, null), Now);
        hostile.Run(new RunId("01J\u0007")).ShouldBe("run 01J  ( [2J  ::error::x )");
        Plain.Text(new string('x', 300)).Length.ShouldBe(201);
    }

    [Theory]
    [InlineData(-5, "0 s")]
    [InlineData(0, "0 s")]
    [InlineData(0.0001, "1 ms")]
    [InlineData(0.34, "340 ms")]
    [InlineData(12.9, "12 s")]
    [InlineData(60, "1 min")]
    [InlineData(125, "2 min 5 s")]
    [InlineData(1805, "30 min")]
    [InlineData(3900, "1 h 5 min")]
    [InlineData(86400, "1 d")]
    [InlineData(93600, "1 d 2 h")]
    [InlineData(2600000, "30 d")]
    public void Spans_are_short(double seconds, string expected) =>
        Spans.Of(TimeSpan.FromSeconds(seconds)).ShouldBe(expected);

    private static void Every<T>(Func<T, Telling, string> tell)
    {
        foreach (var union in Samples.CasesOf(typeof(T)))
        foreach (var seed in Enumerable.Range(1, 8))
        {
            var sentence = tell((T)Samples.Make(union, seed), Known);
            sentence.ShouldNotBeNullOrWhiteSpace(union.Name);
            sentence.Any(char.IsControl).ShouldBeFalse($"{union.Name}: {sentence}");
            sentence.ShouldNotContain("{", Case.Sensitive, union.Name);
        }
    }
}
