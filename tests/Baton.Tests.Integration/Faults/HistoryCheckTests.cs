using Baton.Faults.Contending;

namespace Baton.Tests.Integration.Faults;

/// <summary>The check of histories finds each broken promise that is planted into a sound one, and nothing in that.</summary>
public sealed class HistoryCheckTests
{
    private const string Sound = """
        {"what":"asked","request":"one","key":"k"}
        {"what":"asked","request":"two"}
        {"what":"in","run":"A","token":1,"request":"one","key":"k"}
        {"what":"out","run":"A","token":1,"request":"one","key":"k"}
        {"what":"in","run":"B","token":2,"request":"two"}
        {"what":"in","run":"C","token":3,"request":"last"}
        {"what":"out","run":"C","token":3,"request":"last"}
        {"what":"answered","request":"one","code":0}
        {"what":"answered","request":"two","code":137}
        {"what":"answered","request":"last","code":0}
        {"what":"granted","run":"A","token":1,"number":1}
        {"what":"told","run":"B","number":2}
        {"what":"ended","run":"A","number":3,"conclusion":"success","reason":"work-over"}
        {"what":"granted","run":"B","token":2,"number":4}
        {"what":"ended","run":"B","number":5,"conclusion":"lost","reason":"unrenewed","unrenewed":5.1}
        {"what":"granted","run":"C","token":3,"number":6}
        {"what":"ended","run":"C","number":7,"conclusion":"success","reason":"work-over"}
        {"what":"left","code":0}
        {"what":"verified","code":0}
        """;

    [Fact]
    public void A_sound_history_breaks_nothing() => Broken(Sound).ShouldBeEmpty();

    [Theory]
    // who was lost works on beside its successor; a command sees another at work
    [InlineData(
        1,
        "{\"what\":\"out\",\"run\":\"C\"",
        "{\"what\":\"out\",\"run\":\"B\",\"token\":2}\n{\"what\":\"out\",\"run\":\"C\""
    )]
    [InlineData(
        1,
        "{\"what\":\"out\",\"run\":\"A\"",
        "{\"what\":\"beside\",\"run\":\"A\"}\n{\"what\":\"out\",\"run\":\"A\""
    )]
    // a token comes twice
    [InlineData(2, "\"run\":\"B\",\"token\":2,\"number\":4", "\"run\":\"B\",\"token\":1,\"number\":4")]
    // a key is done twice within its window; everybody is told that it was done, and it wasn't
    [InlineData(
        3,
        "\"run\":\"C\",\"token\":3,\"request\":\"last\"}\n{\"what\":\"out\"",
        "\"run\":\"C\",\"token\":3,\"request\":\"last\",\"key\":\"k\"}\n{\"what\":\"out\""
    )]
    [InlineData(
        3,
        "\"run\":\"A\",\"number\":3,\"conclusion\":\"success\"",
        "\"run\":\"A\",\"number\":3,\"conclusion\":\"failure\""
    )]
    // one request has two runs
    [InlineData(4, "\"run\":\"B\",\"token\":2,\"request\":\"two\"", "\"run\":\"B\",\"token\":2,\"request\":\"one\"")]
    // somebody is left in line; somebody never hears; who comes last finds the way closed
    [InlineData(5, "\"left\",\"code\":0", "\"left\",\"code\":1")]
    [InlineData(5, "{\"what\":\"answered\",\"request\":\"two\",\"code\":137}\n", "")]
    [InlineData(5, "\"request\":\"last\",\"code\":0", "\"request\":\"last\",\"code\":75")]
    // a grant that was acted on is not in the audit
    [InlineData(8, "{\"what\":\"granted\",\"run\":\"B\",\"token\":2,\"number\":4}", "{\"what\":\"told\",\"number\":4}")]
    // a loss after too short a watch, and one without any
    [InlineData(9, "\"unrenewed\":5.1", "\"unrenewed\":1.2")]
    [InlineData(9, "\"reason\":\"unrenewed\",\"unrenewed\":5.1", "\"reason\":\"said\"")]
    // an entry is missing; the chain is broken
    [InlineData(10, "{\"what\":\"told\",\"run\":\"B\",\"number\":2}\n", "")]
    [InlineData(10, "\"verified\",\"code\":0", "\"verified\",\"code\":82")]
    public void A_planted_violation_is_found(int promise, string sound, string planted)
    {
        var history = Sound.Replace("\r", "", StringComparison.Ordinal);
        history.ShouldContain(sound);
        Broken(history.Replace(sound, planted, StringComparison.Ordinal))
            .ShouldContain(one => one.StartsWith($"promise {promise}: ", StringComparison.Ordinal));
    }

    [Fact]
    public void A_history_is_read_as_it_was_written()
    {
        var lines = Sound.Replace("\r", "", StringComparison.Ordinal).Split('\n');
        lines.Select(line => Happened.Read(Happened.Read(line).Line)).ShouldBe(lines.Select(Happened.Read));
    }

    private static IReadOnlyList<string> Broken(string history) =>
        new HistoryCheck(
            [.. history.Split('\n').Select(line => Happened.Read(line.Trim()))],
            TimeSpan.FromSeconds(5)
        ).Broken();
}
