using Baton.Engine.Resources;
using Baton.Runtime.Asking;
using Baton.Runtime.Stores.Stored.V1;
using Baton.Runtime.Wording;

namespace Baton.Cli.Output;

/// <summary>Says what would be asked, and of whom.</summary>
internal static class DryRun
{
    /// <summary>Tells it on standard output.</summary>
    public static int Tell(Surroundings surroundings, Plan plan)
    {
        surroundings.Out.WriteLine($"scope {Plain.Text(plan.Site.Scope)}, store {Plain.Text(plan.Site.Address)}");
        surroundings.Out.WriteLine($"priority {plan.Ask.Priority}, waits at most {Wait(plan)}, lease {Spans.Of(plan.Ask.Lease)}");
        foreach (var need in plan.Ask.Needs)
            surroundings.Out.WriteLine($"{Words.Kinds[need.Resource.Kind]} {Plain.Text(need.Resource.Name)}: {Units(need)}; {SettingsWords.Of(need.Settings)}");
        return (int)ExitCode.Success;
    }

    private static string Wait(Plan plan) => plan.Ask.MaxWait is { } wait ? Spans.Of(wait) : "for ever";

    private static string Units(Need need) => need.Units == Need.All ? "all units" : need.Units == 1 ? "1 unit" : $"{need.Units} units";
}
