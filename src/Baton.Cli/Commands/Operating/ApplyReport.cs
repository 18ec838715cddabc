using Baton.Cli.Options;
using Baton.Cli.Output;
using Baton.Runtime.Asking;
using Baton.Runtime.Stores.Stored.V1;
using Baton.Runtime.Wording;

namespace Baton.Cli.Commands.Operating;

/// <summary>Tells what <c>baton apply</c> recorded, and what it could not.</summary>
/// <param name="said">The call.</param>
/// <param name="forgets">Whether recorded settings that the file doesn't name are forgotten.</param>
internal sealed class ApplyReport(OperatorCall said, bool forgets)
{
    /// <summary>Tells it; gives the exit code.</summary>
    public int Tell(IReadOnlyList<SettingsChange> changes)
    {
        if (said.Call.Has(CommonOptions.Json))
            said.Call.Surroundings.Out.Write(Json(changes));
        else
            Show(changes);
        return (int)ExitCode.Success;
    }

    private bool IsDry => said.Call.Has(CommonOptions.DryRun);

    private void Show(IReadOnlyList<SettingsChange> changes)
    {
        var page = new Page(said.Call.Surroundings);
        var count = changes.Count(change => ApplyCommand.Applies(change, forgets));
        page.Head(
            string.Create(
                System.Globalization.CultureInfo.InvariantCulture,
                $"{said.Site.Scope}: {count} of {changes.Count} resources {(IsDry ? "would change" : "changed")}"
            )
        );
        foreach (var change in changes)
            page.Line($"{What(change)}: {Telling.Resource(change.Resource)}{Difference(change)}", 2);
        foreach (var pattern in Unmet(changes))
            page.Line($"not recorded: pattern {Plain.Text(pattern)}, which means no group that the store knows", 2);
        page.Show();
    }

    private string Json(IReadOnlyList<SettingsChange> changes) =>
        JsonText.Line(writer =>
        {
            writer.WriteString("scope", said.Site.Scope);
            writer.WriteBoolean("dry_run", IsDry);
            writer.Array(
                "resources",
                changes,
                (fields, change) =>
                {
                    fields.WriteString("kind", Words.Kinds[change.Resource.Kind]);
                    fields.WriteString("name", change.Resource.Name);
                    fields.WriteString("what", What(change));
                    fields.Put("before", change.Before is { } before ? SettingsWords.Of(before) : null);
                    fields.Put("after", change.After is { } after ? SettingsWords.Of(after) : null);
                }
            );
            writer.WriteStartArray("unmet_patterns");
            foreach (var pattern in Unmet(changes))
                writer.WriteStringValue(pattern);
            writer.WriteEndArray();
        });

    private string What(SettingsChange change) =>
        change switch
        {
            { IsChange: false } => "same",
            { Before: null } => "recorded",
            { After: null } => forgets ? "forgotten" : "kept",
            _ => "changed",
        };

    private static string Difference(SettingsChange change) =>
        change switch
        {
            { IsChange: true, Before: { } before, After: { } after } =>
                $": {SettingsWords.Of(before)} becomes {SettingsWords.Of(after)}",
            { After: { } after } => $": {SettingsWords.Of(after)}",
            { Before: { } before } => $": {SettingsWords.Of(before)}, of which the file says nothing",
            _ => "",
        };

    private IEnumerable<string> Unmet(IReadOnlyList<SettingsChange> changes) =>
        said
            .Site.Configuration.Groups.Select(group => group.Pattern)
            .Where(pattern => !SettingsChange.IsExact(pattern))
            .Where(pattern => !changes.Any(change => pattern.Matches(change.Resource.Name)))
            .Select(pattern => pattern.Text);
}
