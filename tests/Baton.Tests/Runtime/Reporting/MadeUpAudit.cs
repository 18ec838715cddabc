using Baton.Engine;
using Baton.Engine.Commands;
using Baton.Engine.Resources;
using Baton.Engine.Runs;
using Baton.Engine.Views;
using Baton.Runtime.Audit;

namespace Baton.Tests.Runtime.Reporting;

/// <summary>An audit that the engine itself wrote, over a scope in memory and a clock that is set by hand.</summary>
internal sealed class MadeUpAudit
{
    private static readonly DateTimeOffset Start = new(2026, 11, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly MemoryScope _scope = new();
    private readonly List<AuditBody> _bodies = [];
    private TimeSpan _passed;
    private int _runs;

    public IReadOnlyList<AuditBody> Bodies => _bodies;

    public static DateTimeOffset At(TimeSpan passed) => Start + passed;

    public void Pass(TimeSpan span) => _passed += span;

    public RunId Ask(string workflow, params Need[] needs) => Ask(new Origin { Workflow = workflow }, null, needs);

    public RunId Filtered(string workflow) => Ask(new Origin { Workflow = workflow }, "no label");

    public RunId Ask(Origin origin, string? filtered, params Need[] needs)
    {
        var id = $"01{++_runs:D24}";
        Apply(
            new Command.Request(
                new Ask
                {
                    Run = new RunId(id),
                    Request = new RequestId(id),
                    Owner = new Owner("", ""),
                    Needs = [.. needs],
                    Origin = origin,
                    Filtered = filtered,
                }
            )
        );
        return new RunId(id);
    }

    public void End(RunId run, Conclusion conclusion = Conclusion.Success) =>
        Apply(new Command.End(run, _scope.Run(run)!.Token, conclusion));

    public void Apply(Command command)
    {
        var outcome = Baton.Engine.Engine.Apply(_scope, [command], new Instant(_passed.Ticks));
        _scope.Apply(outcome);
        foreach (var record in outcome.Records)
            _bodies.Add(AuditBody.Read(new AuditBody(new AuditFact.Happened(record), Start + _passed).Write()));
    }
}
