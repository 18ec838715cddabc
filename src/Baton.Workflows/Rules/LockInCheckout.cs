using System.Text.RegularExpressions;
using Baton.Workflows.Findings;
using Baton.Workflows.Meetings;
using Baton.Workflows.Resources;
using Baton.Workflows.Syntax.Steps;

namespace Baton.Workflows.Rules;

/// <summary>A lock or a session that is a file of the checkout: every run has a checkout of its own, and sees only itself.</summary>
internal static partial class LockInCheckout
{
    public static Rule Rule { get; } =
        new("lock-in-checkout", "a lock or a session is a file of the checkout, which no other run sees", Find)
        {
            Confidence = Confidence.Medium,
        };

    private static IEnumerable<Suspicion> Find(WorkflowSet set)
    {
        foreach (var workflow in set.Workflows)
        {
            foreach (var job in workflow.Jobs)
            {
                var found = Writes
                    .StepsOf(job)
                    .OfType<Step.Run>()
                    .Select(step => (Step: step, Match: Lock().Match(Writes.ScriptOf(step) ?? "")))
                    .FirstOrDefault(one => one.Match.Success);
                if (found.Step is not null)
                    yield return new Suspicion(
                        workflow.File,
                        found.Step.Command.Node,
                        $"{OneLine.Quoted(found.Match.Value.Trim(), 80)} keeps its state in the checkout: another run has a checkout of its own and never sees it",
                        "keep it where all runs look: a group, or `baton run --key`"
                    );
            }
        }
    }

    [GeneratedRegex(
        @"\.github/scripts/[\w./-]*(session|lock|mutex|semaphore|coordinat|dedup)[\w.-]*\.(py|js|mjs|ts|sh)[""']?\s+(check|register|acquire|lock|coordinate|wait|start)\b|(^|[;&|\n])\s*(touch|mkdir)\s+(\./)?\.?github/[\w./-]*lock[\w./-]*",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase,
        200
    )]
    private static partial Regex Lock();
}
