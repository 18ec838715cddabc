using System.Globalization;
using Baton.Runtime.Configuration;

namespace Baton.Runtime.Ci;

/// <summary>
/// What a CI service tells a job about itself through its environment, in one shape for all services; null where it
/// tells nothing. The texts are as they were told: branches, titles and names in them were written by strangers.
/// </summary>
public sealed record CiEnvironment
{
    /// <summary>The most characters of a value that are taken.</summary>
    public const int LongestValue = 1000;

    /// <summary>The service.</summary>
    public CiService Service { get; init; }

    /// <summary>The workflow's name; a pipeline's or job's where the service has no workflows.</summary>
    public string? Workflow { get; init; }

    /// <summary>What started the run, in the service's own word.</summary>
    public string? EventName { get; init; }

    /// <summary>The branch, tag or change, fully qualified (<c>refs/heads/main</c>).</summary>
    public string? Ref { get; init; }

    /// <summary>The commit.</summary>
    public string? Sha { get; init; }

    /// <summary>Who started the run.</summary>
    public string? Actor { get; init; }

    /// <summary>The repository's path on its server as the service spells it, as in <c>owner/name</c>.</summary>
    public string? Repository { get; init; }

    /// <summary>The scope that the repository gives: see <see cref="ScopeName"/>.</summary>
    public string? Scope { get; init; }

    /// <summary>The service's id for the run; the jobs of a run share it.</summary>
    public string? RunId { get; init; }

    /// <summary>The number that grows with each run of a workflow; a run that is started again keeps it.</summary>
    public long? RunNumber { get; init; }

    /// <summary>Which try of that run it is, from 1.</summary>
    public int? Attempt { get; init; }

    /// <summary>The page that shows the run.</summary>
    public string? RunUrl { get; init; }

    /// <summary>
    /// Whether the service says that the machine is thrown away after the job: what is kept only there protects
    /// nothing.
    /// </summary>
    public bool IsDisposable { get; init; }

    /// <summary>The file with the event's payload.</summary>
    public string? EventPath { get; init; }

    /// <summary>Reads an environment, from a function that gives a variable's value or null.</summary>
    public static CiEnvironment Read(Func<string, string?> environment)
    {
        ArgumentNullException.ThrowIfNull(environment);
        var variables = new CiVariables(environment);
        return variables switch
        {
            _ when variables.Is("GITHUB_ACTIONS", "true") => GitHubVariables.Read(variables),
            _ when variables.Is("GITLAB_CI", "true") => GitLabVariables.Read(variables),
            _ when variables.Is("BUILDKITE", "true") => BuildkiteVariables.Read(variables),
            _ when variables["JENKINS_URL"] is not null => JenkinsVariables.Read(variables),
            _ => new CiEnvironment(),
        };
    }

    /// <summary>
    /// The fields that templates find under <c>github.</c>; on other services with the values that correspond.
    /// </summary>
    public IReadOnlyDictionary<string, string> Fields()
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        Add("event_name", EventName);
        Add("ref", Ref);
        Add("sha", Sha);
        Add("actor", Actor);
        Add("repository", Repository);
        Add("run_id", RunId);
        Add("run_number", RunNumber?.ToString(CultureInfo.InvariantCulture));
        Add("run_attempt", Attempt?.ToString(CultureInfo.InvariantCulture));
        Add("workflow", Workflow);
        return fields;

        void Add(string name, string? value)
        {
            if (value is not null)
                fields[$"github.{name}"] = value;
        }
    }
}
