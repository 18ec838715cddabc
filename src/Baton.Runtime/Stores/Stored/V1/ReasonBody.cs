using System.Diagnostics;
using System.Text.Json;
using Baton.Engine;
using Baton.Engine.Records;
using Baton.Engine.Resources;

namespace Baton.Runtime.Stores.Stored.V1;

/// <summary>A reason as it stands inside other bodies: `is` names the case, `resource` and `run` are whom it is about.</summary>
internal static class ReasonBody
{
    public static void Write(Utf8JsonWriter writer, string name, Reason reason)
    {
        writer.WriteStartObject(name);
        writer.WriteString("is", WordOf(reason));
        writer.Put("resource", ResourceOf(reason));
        writer.Put("run", reason.Other);
        WriteRest(writer, reason);
        writer.WriteEndObject();
    }

    public static Reason? ReadOrNone(JsonElement body, string name) =>
        body.TryGetProperty(name, out var reason) ? Read(reason) : null;

    private static string WordOf(Reason reason) =>
        reason switch
        {
            Reason.Free => "free",
            Reason.Held => "held",
            Reason.Behind => "behind",
            Reason.Paused => "paused",
            Reason.NotYet => "not-yet",
            Reason.Gathered => "gathered",
            Reason.Stopping => "stopping",
            Reason.DuplicateOf => "duplicate-of",
            Reason.AskedElsewhere => "asked-elsewhere",
            Reason.NoLine => "no-line",
            Reason.LineFull => "line-full",
            Reason.TooMany => "too-many",
            Reason.Circle => "circle",
            Reason.InsideStopped => "inside-stopped",
            Reason.TooDeep => "too-deep",
            Reason.NotMeant => "not-meant",
            Reason.SupersededBy => "superseded-by",
            Reason.PreemptedBy => "preempted-by",
            Reason.ParentOver => "parent-over",
            Reason.Said => "said",
            Reason.JobSaid => "job-said",
            Reason.WaitedTooLong => "waited-too-long",
            Reason.OwnerDead => "owner-dead",
            Reason.Unrenewed => "unrenewed",
            Reason.WorkOver => "work-over",
            Reason.EndReported => "end-reported",
            Reason.TokenSeen => "token-seen",
            Reason.SettingsAre => "settings-are",
            Reason.PriorityIs => "priority-is",
            _ => throw new UnreachableException($"no word for {reason}"),
        };

    private static ResourceName? ResourceOf(Reason reason) =>
        reason switch
        {
            Reason.Held held => held.Resource,
            Reason.Behind behind => behind.Resource,
            Reason.Paused paused => paused.Resource,
            Reason.Stopping stopping => stopping.Resource,
            Reason.DuplicateOf duplicate => duplicate.Key,
            Reason.NoLine none => none.Resource,
            Reason.LineFull full => full.Resource,
            Reason.TooMany many => many.Resource,
            Reason.Circle circle => circle.Resource,
            Reason.SupersededBy superseded => superseded.Resource,
            Reason.PreemptedBy preempted => preempted.Resource,
            _ => null,
        };

    private static void WriteRest(Utf8JsonWriter writer, Reason reason)
    {
        switch (reason)
        {
            case Reason.NotYet notYet:
                writer.Put("until", (Instant?)notYet.Until);
                break;
            case Reason.DuplicateOf duplicate:
                writer.Put("after", duplicate.After is { } after ? Words.Conclusions[after] : null);
                writer.Put("until", duplicate.Until);
                break;
            case Reason.LineFull full:
                writer.WriteNumber("places", full.Places);
                break;
            case Reason.TooMany many:
                writer.WriteNumber("units", many.Units);
                writer.WriteNumber("capacity", many.Capacity);
                break;
            case Reason.TooDeep deep:
                writer.WriteNumber("depth", deep.Depth);
                break;
            case Reason.NotMeant notMeant:
                writer.WriteString("why", notMeant.Why);
                break;
            case Reason.WaitedTooLong waited:
                writer.Put("maxWait", (TimeSpan?)waited.MaxWait);
                break;
            case Reason.OwnerDead dead:
                writer.WriteString("domain", dead.Domain);
                break;
            case Reason.Unrenewed unrenewed:
                writer.Put("for", (TimeSpan?)unrenewed.For);
                break;
            case Reason.EndReported reported:
                writer.Put("ago", (TimeSpan?)reported.Ago);
                break;
            case Reason.TokenSeen seen:
                writer.WriteNumber("token", seen.Token);
                break;
            default:
                WriteSaying(writer, reason);
                break;
        }
    }

    private static void WriteSaying(Utf8JsonWriter writer, Reason reason)
    {
        switch (reason)
        {
            case Reason.Said said:
                writer.WriteString("by", said.By);
                writer.WriteString("why", said.Why);
                break;
            case Reason.JobSaid job:
                writer.WriteString("session", job.Session);
                writer.WriteString("status", job.Status);
                break;
            case Reason.PriorityIs priority:
                writer.WriteNumber("priority", priority.Priority);
                writer.WriteString("by", priority.By);
                writer.WriteString("why", priority.Why);
                break;
            case Reason.SettingsAre { Settings: { } settings }:
                writer.WriteStartObject("settings");
                SettingsBody.WriteSettings(writer, settings);
                writer.WriteEndObject();
                break;
        }
    }

    private static Reason Read(JsonElement body) =>
        body.Text("is") switch
        {
            "free" => new Reason.Free(),
            "held" => new Reason.Held(body.Resource("resource"), body.Run("run")),
            "behind" => new Reason.Behind(body.Resource("resource"), body.Run("run")),
            "paused" => new Reason.Paused(body.Resource("resource")),
            "not-yet" => new Reason.NotYet(body.At("until")),
            "gathered" => new Reason.Gathered(body.Run("run")),
            "stopping" => new Reason.Stopping(body.Resource("resource"), body.Run("run")),
            "duplicate-of" => ReadDuplicate(body),
            "asked-elsewhere" => new Reason.AskedElsewhere(body.Run("run")),
            "no-line" => new Reason.NoLine(body.Resource("resource"), body.RunOrNone("run")),
            "line-full" => new Reason.LineFull(body.Resource("resource"), body.Count("places")),
            "too-many" => new Reason.TooMany(body.Resource("resource"), body.Count("units"), body.Count("capacity")),
            "circle" => new Reason.Circle(body.Resource("resource"), body.Run("run")),
            "inside-stopped" => new Reason.InsideStopped(body.Run("run")),
            "too-deep" => new Reason.TooDeep(body.Count("depth")),
            "not-meant" => new Reason.NotMeant(body.Text("why")),
            "superseded-by" => new Reason.SupersededBy(body.Resource("resource"), body.Run("run")),
            "preempted-by" => new Reason.PreemptedBy(body.Resource("resource"), body.Run("run")),
            "parent-over" => new Reason.ParentOver(body.Run("run")),
            "said" => new Reason.Said(body.Text("by"), body.Text("why")),
            "job-said" => new Reason.JobSaid(body.Text("session"), body.Text("status")),
            "waited-too-long" => new Reason.WaitedTooLong(body.Span("maxWait")),
            "owner-dead" => new Reason.OwnerDead(body.Text("domain")),
            "unrenewed" => new Reason.Unrenewed(body.Span("for")),
            "work-over" => new Reason.WorkOver(),
            "end-reported" => new Reason.EndReported(body.Span("ago")),
            "token-seen" => new Reason.TokenSeen(body.Number("token")),
            "settings-are" => new Reason.SettingsAre(
                body.TryGetProperty("settings", out var settings) ? SettingsBody.ReadSettings(settings) : null
            ),
            "priority-is" => new Reason.PriorityIs(body.Count("priority"), body.Text("by"), body.Text("why")),
            var word => throw new FormatException($"'{word}' is no reason"),
        };

    private static Reason.DuplicateOf ReadDuplicate(JsonElement body) =>
        new(
            body.Resource("resource"),
            body.Run("run"),
            body.TextOrNone("after") is { } word ? Words.Conclusions.Of(word) : null,
            body.AtOrNone("until")
        );
}
