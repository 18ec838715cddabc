using Baton.Engine.Holds;
using Baton.Engine.Records;
using Baton.Engine.Resources;
using Baton.Engine.Runs;
using Baton.Runtime.Audit;
using Baton.Runtime.Stores.Stored.V1;
using Baton.Tests.Integration.Support;
using Record = Baton.Engine.Records.Record;

namespace Baton.Tests.Integration.Stores;

/// <summary>Everything that a stored thing says is read back as it was written: every field, and every case.</summary>
public sealed class StoredBodies
{
    [Fact]
    public void Every_field_of_a_run_comes_back()
    {
        foreach (var seed in Enumerable.Range(1, 40))
            Same(Samples.Of<Run>(seed), run => RunBody.Read(RunBody.Write(run)));
    }

    [Fact]
    public void Every_field_of_a_hold_a_resource_and_a_scope_comes_back()
    {
        foreach (var seed in Enumerable.Range(1, 40))
        {
            Same(Samples.Of<Hold>(seed), hold => HoldBody.Read(HoldBody.Write(hold)));
            Same(Samples.Of<Resource>(seed), resource => ResourceBody.Read(ResourceBody.Write(resource)));
            Same(Samples.Of<ScopeBody>(seed), scope => ScopeBody.Read(scope.Write()));
        }
    }

    [Fact]
    public void Every_field_of_an_audit_entry_comes_back_whatever_its_reason()
    {
        foreach (var reason in Samples.CasesOf(typeof(Reason)))
        foreach (var seed in Enumerable.Range(1, 6))
        {
            var record = Samples.Of<Record>(seed) with { Reason = (Reason)Samples.Make(reason, seed) };
            Same(
                new AuditBody(new AuditFact.Happened(record), DateTimeOffset.UnixEpoch),
                body => AuditBody.Read(body.Write())
            );
        }
        var pruned = new AuditFact.Pruned(Samples.Of<Anchor>(1));
        Same(new AuditBody(pruned, DateTimeOffset.UnixEpoch), body => AuditBody.Read(body.Write()));
    }

    [Fact]
    public void Every_value_of_every_enumeration_has_a_word_of_its_own()
    {
        Complete(Words.Conclusions);
        Complete(Words.States);
        Complete(Words.Standings);
        Complete(Words.Kinds);
        Complete(Words.Orders);
        Complete(Words.Overflows);
        Complete(Words.Stops);
        Complete(Words.Preempted);
        Complete(Words.Records);
        Words.Kinds.Values.Select(kind => Words.Kinds[kind]).ShouldBeInOrder();
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("{\"v\":2}")]
    [InlineData("{\"v\":1}")]
    [InlineData("{\"v\":1,\"id\":7}")]
    [InlineData("{\"v\":\"1\"}")]
    public void A_damaged_body_is_one_kind_of_error(string text)
    {
        var body = System.Text.Encoding.UTF8.GetBytes(text);
        Should.Throw<StoredBodyException>(() => RunBody.Read(body));
        Should.Throw<StoredBodyException>(() => HoldBody.Read(body));
        Should.Throw<StoredBodyException>(() => ResourceBody.Read(body));
        Should.Throw<StoredBodyException>(() => ScopeBody.Read(body));
        Should.Throw<StoredBodyException>(() => AuditBody.Read(body));
    }

    private static void Same<T>(T value, Func<T, T> there) => Rendering.Of(there(value)).ShouldBe(Rendering.Of(value));

    private static void Complete<T>(Words<T> words)
        where T : struct, Enum
    {
        words.Values.ShouldBe(Enum.GetValues<T>(), ignoreOrder: true);
        words.Values.Select(value => words[value]).ShouldBeUnique();
        foreach (var value in words.Values)
            words.Of(words[value]).ShouldBe(value);
    }
}
