using System.Globalization;
using Baton.Engine;
using Baton.Engine.Commands;
using Baton.Engine.Resources;
using Baton.Engine.Runs;
using Baton.Engine.Views;
using Baton.Proof.Checks;

namespace Baton.Tests.Engine.Scenarios;

/// <summary>
/// A scope that a scenario happens in. Every line is a command at the present instant, and what becomes of it is told in
/// lines; the promises are checked after each. <c>tick 31s</c> lets time pass, <c>wait</c> sleeps until the instant that
/// the engine named as due, <c>show</c> tells how the scope stands.
/// </summary>
internal sealed class Story
{
    private readonly MemoryScope _scope = new();
    private readonly Promises _promises = new();
    private Instant _now = Instant.Zero;
    private Instant? _due;

    /// <summary>Does what a line says; gives the lines of the trace.</summary>
    public IEnumerable<string> Do(string line)
    {
        var sentence = new Sentence(line);
        if (sentence.Verb == "show")
            return Trace.Of(_scope, _now);
        if (sentence.Verb == "tick")
            _now += Spans.Parse(sentence.Word() ?? "0s");
        if (sentence.Verb == "wait")
            _now = _due.ShouldNotBeNull("somebody waits for time to pass");
        var command = Read(sentence);
        sentence.MustBeUnderstood();
        return Apply(command);
    }

    private List<string> Apply(Command command)
    {
        var outcome = Baton.Engine.Engine.Apply(_scope, [command], _now);
        _promises.Check(_scope, [command], outcome);
        _scope.Apply(outcome);
        _promises.CheckState(_scope, _now);
        _due = outcome.Due;
        return Trace.Of(outcome, _now);
    }

    private Command Read(Sentence line) =>
        line.Verb switch
        {
            "request" => new Command.Request(Asking.Read(line)),
            "renew" => new Command.Renew(RunOf(line), Token(line), line.Number("counter") ?? Counter(line)),
            "acknowledge" => new Command.Acknowledge(
                RunOf(line),
                Token(line),
                line.Span("grace") ?? TimeSpan.FromSeconds(10)
            ),
            "end" => new Command.End(
                RunOf(line),
                Token(line),
                Enum.Parse<Conclusion>(line.Word()!.Replace("-", "", StringComparison.Ordinal), true)
            ),
            "expire" => new Command.Expire(
                RunOf(line),
                Token(line),
                line.Number("counter") ?? Counter(line),
                EvidenceOf(line),
                Remains(line)
            ),
            "attest" => new Command.Attest(RunOf(line)),
            "cancel" => new Command.Cancel(RunOf(line), "ann", line.Find("why") ?? "asked"),
            "release" => new Command.Release(RunOf(line), "ann", line.Find("why") ?? "asked"),
            "pause" => new Command.Pause(Resource(line), "ann", line.Find("why") ?? "asked"),
            "resume" => new Command.Resume(Resource(line), "ann", line.Find("why") ?? "asked"),
            "reprioritise" => new Command.Reprioritise(RunOf(line), line.Number("priority")!.Value, "ann", "asked"),
            "configure" => new Command.Configure(
                Resource(line),
                line.Says("forget") ? null : Asking.Settings(line),
                "ann"
            ),
            "raise-token" => new Command.RaiseToken(RunOf(line), Token(line), line.Number("above")!.Value),
            "report-unprotected" => new Command.ReportUnprotected(
                new Origin { Actor = line.One("actor") },
                line.One("why")
            ),
            "tick" or "wait" => new Command.Tick(),
            _ => throw new FormatException($"no verb: '{line.Verb}'"),
        };

    private static RunId RunOf(Sentence line) => new(line.One("run"));

    private long Token(Sentence line) =>
        line.Find("token") is { } text
            ? long.Parse(text, CultureInfo.InvariantCulture)
            : _scope.Run(RunOf(line))?.Token ?? 0;

    private int Counter(Sentence line) => (int)(_scope.Run(RunOf(line))?.Counter ?? 0);

    private static Evidence EvidenceOf(Sentence line) =>
        line.Says("holder-dead")
            ? new Evidence.HolderDead(line.Find("domain") ?? "here")
            : new Evidence.SeenUnrenewed(line.Span("unrenewed") ?? throw new FormatException("expire needs evidence"));

    private static Remains Remains(Sentence line) =>
        line.Find("remains") == "gone" ? Baton.Engine.Commands.Remains.Gone : Baton.Engine.Commands.Remains.Unknown;

    private static ResourceName Resource(Sentence line) =>
        line.Find("group") is { } group ? ResourceName.Group(group) : ResourceName.Key(line.One("key"));
}
