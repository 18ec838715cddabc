using System.Text;
using System.Text.Json;
using Baton.Cli.Commands;
using Baton.Cli.Options;
using Baton.Engine.Resources;
using Baton.Runtime.Asking;
using Baton.Runtime.Configuration;
using Baton.Runtime.Stores.Stored.V1;
using Baton.Runtime.Wording;
using static System.Globalization.CultureInfo;

namespace Baton.Cli.Output;

/// <summary>What <c>--dry-run</c> says: what would be asked, of whom.</summary>
public static class PlanPage
{
    /// <summary>Tells a plan in lines.</summary>
    public static string Of(Plan plan)
    {
        var (ask, page) = (plan.Ask, new StringBuilder());
        page.Append(InvariantCulture, $"scope      {plan.Site.Scope}\n");
        page.Append(InvariantCulture, $"store      {plan.Site.Address}\n");
        page.Append(InvariantCulture, $"mode       {Choices.Mode.For(plan.Mode)}\n");
        if (ask.Filtered is { } why)
            page.Append(InvariantCulture, $"filtered   {Plain.Text(why)}\n");
        foreach (var need in ask.Needs)
            page.Append(InvariantCulture, $"needs      {Needs(need)}\n");
        page.Append(InvariantCulture, $"priority   {ask.Priority}\n");
        page.Append(
            InvariantCulture,
            $"max-wait   {(ask.MaxWait is { } wait ? Durations.Format(wait) : "for ever")}\n"
        );
        page.Append(InvariantCulture, $"lease      {Durations.Format(ask.Lease)}\n");
        page.Append(InvariantCulture, $"grace      {Durations.Format(plan.Grace)}\n");
        if (ask.Origin.Workflow is { } workflow)
            page.Append(InvariantCulture, $"workflow   {Plain.Text(workflow)}\n");
        if (ask.Parent is { } parent)
            page.Append(InvariantCulture, $"inside     run {parent}\n");
        return page.Append("nothing was asked: this is a dry run\n").ToString();
    }

    /// <summary>Tells a plan as one JSON object.</summary>
    public static string Json(Plan plan) => JsonText.Line(json => Write(json, plan));

    /// <summary>Its fields in JSON.</summary>
    public static void Write(Utf8JsonWriter json, Plan plan)
    {
        json.WriteBoolean("dry-run", true);
        json.WriteString("scope", plan.Site.Scope);
        json.WriteString("store", plan.Site.Address);
        json.WriteString("mode", Choices.Mode.For(plan.Mode));
        json.Put("filtered", plan.Ask.Filtered);
        json.Array("needs", plan.Ask.Needs, WriteNeed);
        json.WriteNumber("priority", plan.Ask.Priority);
        json.Put("max-wait-seconds", plan.Ask.MaxWait);
        json.Put("lease-seconds", plan.Ask.Lease);
        json.Put("grace-seconds", plan.Grace);
        json.Put("workflow", plan.Ask.Origin.Workflow);
        json.Put("parent", plan.Ask.Parent?.Value);
    }

    private static void WriteNeed(Utf8JsonWriter json, Need need)
    {
        json.WriteString("kind", Words.Kinds[need.Resource.Kind]);
        json.WriteString("name", need.Resource.Name);
        json.Put("units", need.Units == Need.All ? null : need.Units);
        json.Put("window-seconds", need.Linger.Success);
    }

    /// <summary>Writes it to standard output; gives the exit code.</summary>
    public static async ValueTask<int> TellAsync(Invocation call, Plan plan)
    {
        var text = call.Has(CommonOptions.Json) ? Json(plan) : Of(plan);
        await call.Surroundings.Out.WriteAsync(text).ConfigureAwait(false);
        return (int)ExitCode.Success;
    }

    private static string Needs(Need need)
    {
        var units = need.Units == Need.All ? "exclusive" : need.Units.ToString(InvariantCulture);
        var linger = need.Linger;
        var window = linger.Success > TimeSpan.Zero ? $", window {Durations.Format(linger.Success)}" : "";
        var span = linger.SinceGrant > TimeSpan.Zero ? $" in {Durations.Format(linger.SinceGrant)}" : "";
        return need.Resource.Kind == ResourceKind.Group
            ? $"{Telling.Resource(need.Resource)}={units} ({SettingsWords.Of(need.Settings)})"
            : $"{Telling.Resource(need.Resource)}{window}{span}";
    }
}
