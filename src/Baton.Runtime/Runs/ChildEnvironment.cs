using System.Globalization;
using Baton.Engine.Resources;
using Baton.Engine.Runs;

namespace Baton.Runtime.Runs;

/// <summary>What a child learns of its run through its environment.</summary>
public static class ChildEnvironment
{
    /// <summary>The variables that Baton adds or replaces.</summary>
    public static IReadOnlyDictionary<string, string> For(RunPlan plan, Run run, string folder)
    {
        var variables = plan.Environment.ToDictionary(StringComparer.Ordinal);
        variables["BATON_RUN_ID"] = run.Id.Value;
        variables["BATON_TOKEN"] = run.Token.ToString(CultureInfo.InvariantCulture);
        variables["BATON_SCOPE"] = plan.Scope;
        variables["BATON_STORE"] = plan.Store;
        variables["BATON_GROUPS"] = Names(run, ResourceKind.Group);
        variables["BATON_KEYS"] = Names(run, ResourceKind.Key);
        variables["BATON_REQUESTS"] = string.Join(' ', run.StandsFor.Prepend(run.Ask.Request));
        variables["BATON_TMP"] = folder;
        foreach (var own in OwnSettings)
            variables.Remove(own);
        return variables;
    }

    /// <summary>Settings of this one invocation, which a run inside it must not take for its own.</summary>
    private static readonly string[] OwnSettings =
    [
        "BATON_GROUP",
        "BATON_KEY",
        "BATON_REQUEST_ID",
        "BATON_PRIORITY",
        "BATON_MAX_WAIT",
        "BATON_POLICY",
    ];

    private static string Names(Run run, ResourceKind kind) =>
        string.Join(' ', run.Ask.Needs.Where(need => need.Resource.Kind == kind).Select(need => need.Resource.Name));
}
