using System.Globalization;
using System.Text.Json;

namespace Baton.Runtime.Sessions;

/// <summary>What is told of a session afterwards, in the shape of the fifth background paper's audit file.</summary>
/// <param name="Key">The key that is shown.</param>
/// <param name="At">When it was told.</param>
/// <param name="Session">The session.</param>
public sealed record SessionEntry(string Key, DateTimeOffset At, Session Session)
{
    /// <summary>Whether its work was done; if not, it was turned away as a duplicate.</summary>
    public required bool Executed { get; init; }

    /// <summary>The job's status, in the CI service's word.</summary>
    public required string Status { get; init; }

    /// <summary>Its fields.</summary>
    public void Write(Utf8JsonWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteString("session_key", Key);
        writer.WriteString(
            "timestamp",
            At.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture)
        );
        writer.WriteString("event_type", Session.Event);
        writer.WriteString("workflow", Session.Workflow);
        writer.WriteString("run_id", Session.RunId ?? "");
        writer.WriteString("commit_sha", Session.Sha);
        writer.WriteBoolean("executed", Executed);
        writer.WriteString("job_status", Status);
        writer.WriteBoolean("duplicate_prevented", !Executed);
        writer.WriteStartObject("retry_suppression");
        writer.WriteBoolean("enabled", true);
        writer.WriteString("status", Executed ? "single_execution" : "suppressed");
        writer.WriteBoolean("early_gating", true);
        writer.WriteBoolean("cost_optimization", !Executed);
        writer.WriteEndObject();
        writer.WriteStartObject("session_management");
        writer.WriteBoolean("early_exit", !Executed);
        writer.WriteBoolean("single_launch_enforced", true);
        writer.WriteBoolean("premium_session_saved", !Executed);
        writer.WriteEndObject();
    }
}
