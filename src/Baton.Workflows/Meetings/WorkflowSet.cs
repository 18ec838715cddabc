using Baton.Workflows.Expressions.Values;
using Baton.Workflows.Findings;
using Baton.Workflows.Forecasts;
using Baton.Workflows.Syntax;
using Baton.Workflows.Syntax.Calls;
using Baton.Workflows.Syntax.Triggers;

namespace Baton.Workflows.Meetings;

/// <summary>
/// The workflows of one repository, each with everything that starts it. Groups are one namespace for a whole
/// repository, so nothing can be said of one file alone.
/// </summary>
public sealed class WorkflowSet
{
    // What a caller may do by default is a setting of the repository: nothing is said about it here.
    private static readonly CallRules Rules = CallRules.Standard with { Default = DefaultPermissions.Write };

    private readonly Dictionary<Workflow, Linking> linkings = new(ReferenceEqualityComparer.Instance);

    private WorkflowSet(IReadOnlyList<FileReading<Workflow>> readings, bool isWhole)
    {
        (Readings, IsWhole) = (readings, isWhole);
        Workflows = [.. readings.Where(one => !one.HasErrors && one.Content is not null).Select(one => one.Content!)];
        foreach (var workflow in Workflows)
            linkings[workflow] = WorkflowLinker.Link(workflow, Find, Rules);
        Starts =
        [
            .. Workflows.SelectMany(workflow =>
                Occasion
                    .Of(workflow)
                    .Where(occasion => occasion.Trigger is not Trigger.Call)
                    .Select(occasion => new Start(
                        workflow,
                        occasion,
                        Forecaster.Of(workflow, occasion, linkings[workflow].Calls, Properties.None)
                    ))
            ),
        ];
    }

    /// <summary>What reading each file gave.</summary>
    public IReadOnlyList<FileReading<Workflow>> Readings { get; }

    /// <summary>The workflows that GitHub takes.</summary>
    public IReadOnlyList<Workflow> Workflows { get; }

    /// <summary>Whether these are all workflows of their repository.</summary>
    public bool IsWhole { get; }

    /// <summary>Everything that starts one of them.</summary>
    public IReadOnlyList<Start> Starts { get; }

    /// <summary>What doesn't fit between callers and called.</summary>
    public IEnumerable<Finding> CallFindings => linkings.Values.SelectMany(one => one.Findings).Distinct();

    /// <summary>The text of a file.</summary>
    public string TextOf(string file) => Readings.FirstOrDefault(one => NameOf(one) == file)?.Document.Text ?? "";

    /// <summary>A set of files that were read.</summary>
    /// <param name="readings">The files; those with errors are left out of everything but their own findings.</param>
    /// <param name="isWhole">Whether they are all workflows of the repository.</param>
    public static WorkflowSet Of(IReadOnlyList<FileReading<Workflow>> readings, bool isWhole)
    {
        ArgumentNullException.ThrowIfNull(readings);
        return new WorkflowSet(readings, isWhole);
    }

    /// <summary>What starts a workflow.</summary>
    public IEnumerable<Start> Of(Workflow workflow) => Starts.Where(start => ReferenceEquals(start.Workflow, workflow));

    private static string? NameOf(FileReading<Workflow> reading) =>
        reading.Content?.File ?? reading.Findings.Select(finding => finding.File).FirstOrDefault();

    private Workflow? Find(string uses) =>
        CalledFile.Of(uses) switch
        {
            CalledFile.Local local => At(local.Path),
            CalledFile.Own own => At(own.Path),
            _ => null,
        };

    private Workflow? At(string path) =>
        Workflows.FirstOrDefault(one =>
            one.File == path || one.File.Replace('\\', '/').EndsWith("/" + path, StringComparison.Ordinal)
        );
}
