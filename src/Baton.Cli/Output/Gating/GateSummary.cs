using System.Text;
using Baton.Engine.Resources;
using Baton.Runtime.Asking;
using Baton.Runtime.Ci;
using Baton.Runtime.Wording;

namespace Baton.Cli.Output.Gating;

/// <summary>The gate's part of the page that the service shows for a job; all of it may hold what strangers wrote.</summary>
internal static class GateSummary
{
    private const int LongestSentence = 1000;

    /// <summary>Tells what arrived, who won, since when, and what to do to run again.</summary>
    public static string Of(Plan plan, GateAnswer answer)
    {
        var page = new StringBuilder();
        page.Append("### Baton: this run ").Append(answer.ShouldRun ? "goes on" : "does not go on").Append("\n\n");
        page.Append("| | |\n|---|---|\n");
        Row(page, "arrived", Markdown.Text(Arrival(plan)));
        Row(page, "asked for", string.Join(", ", plan.Ask.Needs.Select(need => Markdown.Text(Name(need)))));
        Row(page, "decision", Markdown.Text($"{answer.Decision}: {answer.Reason}", LongestSentence));
        if (answer.Other is { } other)
            Row(page, "who won", Markdown.Link(RunTitle.Of(other).Title ?? other.Id.Value, other.Ask.Origin.Url));
        if (answer.Evidence is { } evidence)
            Row(page, "what is there", Markdown.Link("look", evidence));
        foreach (var trouble in answer.Troubles)
            Row(page, "warning", Markdown.Text(trouble, LongestSentence));
        if (answer.Advice.Length > 0)
            Row(page, "to run again", Markdown.Text(answer.Advice));
        return page.ToString();
    }

    private static string Arrival(Plan plan)
    {
        var origin = plan.Ask.Origin;
        var parts = new[]
        {
            origin.Event,
            origin.Ref is { } at ? $"on {at}" : null,
            origin.Actor is { } actor ? $"by {actor}" : null,
            origin.Attempt is > 1 and var attempt ? $"started again, attempt {attempt}" : null,
        };
        return string.Join(", ", parts.Where(part => part is not null));
    }

    private static string Name(Need need) => Telling.Resource(need.Resource);

    private static void Row(StringBuilder page, string what, string text)
    {
        if (text.Length > 0)
            page.Append("| ").Append(what).Append(" | ").Append(text).Append(" |\n");
    }
}
