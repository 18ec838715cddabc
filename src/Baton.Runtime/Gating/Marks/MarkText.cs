using System.Globalization;
using System.Text;
using Baton.Engine.Runs;
using Baton.Runtime.Ci;
using Baton.Runtime.Wording;

namespace Baton.Runtime.Gating.Marks;

/// <summary>What Baton's comment says; all of it may hold what strangers wrote.</summary>
internal static class MarkText
{
    private const int LongestSentence = 1000;

    private const string Again =
        "To ask for a new run: close the pull request if there is one, delete its branch, and edit the title or the text of this issue.";

    /// <summary>That a run works on the issue.</summary>
    public static string Working(long issue, Run run, string sentence) =>
        Of(issue, run, sentence, $"{Markdown.Link(Name(run), run.Ask.Origin.Url)} works on this issue.");

    /// <summary>That nothing was begun, since there is something already.</summary>
    public static string Done(long issue, Run run, string sentence, (string What, string? Url) found) =>
        Of(
            issue,
            run,
            sentence,
            $"Nothing was begun: {Markdown.Text(found.What, LongestSentence)}{(found.Url is null ? "" : $" ({Markdown.Link("look", found.Url)})")}."
        );

    private static string Of(long issue, Run run, string sentence, string says)
    {
        var text = new StringBuilder(OwnComment.Marker(issue, run.Id)).Append('\n');
        if (sentence.Length > 0)
            text.Append(Markdown.Text(sentence, LongestSentence)).Append("\n\n");
        return text.Append(says).Append("\n\n").Append(Again).Append('\n').ToString();
    }

    private static string Name(Run run) =>
        RunTitle.Of(run).Title ?? string.Create(CultureInfo.InvariantCulture, $"Run {run.Id}");
}
