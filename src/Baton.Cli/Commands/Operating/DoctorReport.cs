using Baton.Cli.Options;
using Baton.Cli.Output;
using Baton.Runtime.Health;
using Baton.Workflows.Findings;
using static System.Globalization.CultureInfo;

namespace Baton.Cli.Commands.Operating;

/// <summary>Tells what the doctor found.</summary>
internal sealed class DoctorReport(Invocation call, Examination seen)
{
    private const int Longest = 2000;
    private const int Indent = 9;

    /// <summary>Tells it.</summary>
    public void Tell(IReadOnlyList<Diagnosis> found)
    {
        if (call.Has(CommonOptions.Json))
            call.Surroundings.Out.Write(Json(found));
        else
            Show(found);
    }

    /// <summary>The word for a condition.</summary>
    public static string Word(Condition condition) =>
        condition switch
        {
            Condition.Ok => "ok",
            Condition.Warning => "warning",
            Condition.Problem => "problem",
            _ => throw new System.Diagnostics.UnreachableException($"no word for {condition}"),
        };

    private void Show(IReadOnlyList<Diagnosis> found)
    {
        var page = new Page(call.Surroundings);
        foreach (var one in found)
        {
            page.Line($"{Word(one.Condition), -(Indent - 1)} {one.Check}: {Line(one.Sentence)}", 0);
            if (one.Mend is { } mend)
                page.Line($"mend: {Line(mend)}", Indent);
        }
        page.Head(Summary(found));
        page.Show();
    }

    private static string Summary(IReadOnlyList<Diagnosis> found)
    {
        var problems = found.Count(one => one.Condition == Condition.Problem);
        var warnings = found.Count(one => one.Condition == Condition.Warning);
        return string.Create(
            InvariantCulture,
            $"{problems} {(problems == 1 ? "problem" : "problems")}, {warnings} {(warnings == 1 ? "warning" : "warnings")}"
        );
    }

    private string Json(IReadOnlyList<Diagnosis> found) =>
        JsonText.Line(writer =>
        {
            writer.WriteString("condition", Word(found.Select(one => one.Condition).DefaultIfEmpty().Max()));
            writer.Put("scope", seen.Site?.Scope);
            writer.Put("store", seen.Site?.Address);
            writer.Array(
                "checks",
                found,
                (fields, one) =>
                {
                    fields.WriteString("check", one.Check);
                    fields.WriteString("condition", Word(one.Condition));
                    fields.WriteString("sentence", Line(one.Sentence));
                    fields.Put("mend", one.Mend is { } mend ? Line(mend) : null);
                }
            );
        });

    private static string Line(string text) => OneLine.Of(text, Longest);
}
