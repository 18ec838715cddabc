using Baton.Engine;
using Baton.Engine.Commands;
using Baton.Engine.Records;
using Baton.Engine.Resources;
using Baton.Engine.Runs;
using Baton.Runtime.Sessions;
using Baton.Tests.Runtime.Reporting;

namespace Baton.Tests.Runtime.Sessions;

/// <summary>A day's sessions, gathered from the audit.</summary>
public sealed class SessionDayTests
{
    private static readonly Origin Qa = new()
    {
        Workflow = "QA / all",
        Event = "push",
        Sha = "abcdef0123456789",
        ExternalRunId = "77",
    };
    private static readonly Need Key = Need.Key("session-qa", TimeSpan.FromMinutes(5));
    private static readonly DateOnly First = DateOnly.FromDateTime(MadeUpAudit.At(TimeSpan.Zero).UtcDateTime);

    private readonly MadeUpAudit _audit = new();

    [Fact]
    public void A_session_is_shown_by_workflow_event_and_eight_characters_of_its_commit()
    {
        var session = Session.Of(Qa);
        session.Key.ShouldBe("qa---all-push-abcdef01");
        session.IsShownAs("QA---all-push-abcdef01").ShouldBeTrue();
        new Session("push", "qa", "").Key.ShouldBe("qa-push-unknown");
    }

    [Fact]
    public void Every_run_is_told_once_and_with_the_word_of_its_job()
    {
        var first = _audit.Ask(Qa, null, Key);
        _audit.Ask(Qa with { ExternalRunId = "78" }, null, Key);
        Report(first, "timed_out", Conclusion.Failure);
        _audit.End(first, Conclusion.Failure);

        var entries = Day(First);

        entries
            .Select(entry => (entry.Session.RunId, entry.Executed, entry.Status))
            .ShouldBe([("78", false, "skipped"), ("77", true, "timed_out")]);
    }

    [Fact]
    public void A_job_that_never_asked_is_told_as_well()
    {
        Report(null, "success", Conclusion.Success);

        Day(First).ShouldHaveSingleItem().Key.ShouldBe("shown");
    }

    [Fact]
    public void A_run_belongs_to_the_day_on_which_it_was_over()
    {
        var run = _audit.Ask(Qa, null, Key);
        _audit.Pass(TimeSpan.FromDays(1));
        _audit.End(run);

        Day(First).ShouldBeEmpty();
        Day(First.AddDays(1)).ShouldHaveSingleItem().Session.Sha.ShouldBe(Qa.Sha);
    }

    private void Report(RunId? run, string status, Conclusion conclusion) =>
        _audit.Apply(new Command.ReportJob(run, Qa, conclusion, new Reason.JobSaid("shown", status)));

    private IReadOnlyList<SessionEntry> Day(DateOnly day)
    {
        var gathered = new SessionDay(day);
        foreach (var body in _audit.Bodies)
            gathered.Take(body);
        return gathered.Entries;
    }
}
