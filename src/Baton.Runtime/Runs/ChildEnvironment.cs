using System.Globalization;
using Baton.Engine.Commands;
using Baton.Engine.Resources;
using Baton.Engine.Runs;
using Baton.Runtime.Fencing;

namespace Baton.Runtime.Runs;

/// <summary>What a child learns of its run through its environment.</summary>
public static class ChildEnvironment
{
    /// <summary>The variables that Baton adds or replaces.</summary>
    public static IReadOnlyDictionary<string, string> For(
        RunPlan plan,
        Run run,
        (string Folder, IReadOnlyList<FencePass> Fences) own
    )
    {
        var variables = Common(plan, run.Ask);
        variables["BATON_RUN_ID"] = run.Id.Value;
        variables["BATON_TOKEN"] = run.Token.ToString(CultureInfo.InvariantCulture);
        variables["BATON_REQUESTS"] = string.Join(' ', run.StandsFor.Prepend(run.Ask.Request));
        variables["BATON_TMP"] = own.Folder;
        if (own.Fences.Count > 0)
            variables[FencePass.Variable] =
                $"{variables.GetValueOrDefault(FencePass.Variable)} {FencePass.Write(own.Fences)}".Trim();
        return variables;
    }

    /// <summary>
    /// The same of an observed run. It holds nothing: what enforces inside it is inside nothing that waits for it, so the
    /// run around it stays the one that it had; and its token is 0, which no target takes.
    /// </summary>
    public static IReadOnlyDictionary<string, string> ForObserved(RunPlan plan, string? folder)
    {
        var variables = Common(plan, plan.Ask);
        variables[ObservedRun] = plan.Ask.Run.Value;
        variables.TryAdd("BATON_RUN_ID", plan.Ask.Run.Value);
        variables.TryAdd("BATON_TOKEN", "0");
        variables["BATON_REQUESTS"] = plan.Ask.Request.Value;
        if (folder is not null)
            variables["BATON_TMP"] = folder;
        return variables;
    }

    /// <summary>The variable that names the observed run to those that are observed inside it.</summary>
    public const string ObservedRun = "BATON_OBSERVED_RUN";

    private static Dictionary<string, string> Common(RunPlan plan, Ask ask)
    {
        var variables = plan.Environment.ToDictionary(StringComparer.Ordinal);
        if (plan.Scope.Length > 0)
            (variables["BATON_SCOPE"], variables["BATON_STORE"]) = (plan.Scope, plan.Store);
        variables["BATON_GROUPS"] = Names(ask, ResourceKind.Group);
        variables["BATON_KEYS"] = Names(ask, ResourceKind.Key);
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
        "BATON_FENCE",
    ];

    private static string Names(Ask ask, ResourceKind kind) =>
        string.Join(' ', ask.Needs.Where(need => need.Resource.Kind == kind).Select(need => need.Resource.Name));
}
