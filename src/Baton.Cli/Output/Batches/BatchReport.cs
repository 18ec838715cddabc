using System.Globalization;
using System.Runtime.InteropServices;
using Baton.Cli.Commands;
using Baton.Cli.Options;
using Baton.Runtime.Asking;
using Baton.Runtime.Batches;
using Baton.Runtime.Ci;
using Baton.Runtime.Kernel;
using Baton.Workflows.Findings;

namespace Baton.Cli.Output.Batches;

/// <summary>Tells a batch: each item as it ends, and at the end all of them; to people, to programs, to the CI service.</summary>
/// <param name="call">The call.</param>
/// <param name="site">Where it is asked; none for somebody who only observes and has no store.</param>
internal sealed class BatchReport(Invocation call, Site? site)
{
    private string Scope => site?.Scope ?? "";

    // GitHub takes a summary of 1 MiB for a step.
    private const int MostRows = 500;
    private const int LongestItem = 40;
    private const int LongestSentence = 1000;

    private readonly List<ItemEnd> ends = [];

    /// <summary>Tells that an item begins.</summary>
    public void Begins(Item item, int count) =>
        call.Surroundings.Say(
            string.Create(
                CultureInfo.InvariantCulture,
                $"item {item.Number} of {count}: {OneLine.Of(item.Text, LongestItem)}"
            )
        );

    /// <summary>Tells that the command of an item is started without protection.</summary>
    public void Unprotected(string why)
    {
        var warning = $"UNPROTECTED: {why}";
        call.Surroundings.Say($"warning: {warning}");
        if (site is not null)
            Requesting.Outputs(call, site).Annotate(new Annotation(AnnotationLevel.Warning, warning));
    }

    /// <summary>Takes what became of an item.</summary>
    public void Add(ItemEnd end)
    {
        ends.Add(end);
        if (end.Why.Length > 0 && end.Result != ItemEnd.NotTriedWord)
            call.Surroundings.Say($"{OneLine.Of(end.Item.Text, LongestItem)}: {end.Why}");
        if (call.Has(CommonOptions.Json))
            call.Surroundings.Out.Write(JsonText.Line(json => end.Write(json, Scope)));
    }

    /// <summary>Tells the whole; gives the exit code.</summary>
    public int Tell(PosixSignal? signal)
    {
        var code = signal is { } came ? 128 + Signals.NumberOf(came) : ends.Find(end => end.IsFailure)?.Code ?? 0;
        if (call.Has(CommonOptions.Json))
            call.Surroundings.Out.Write(Json(code));
        else
            Table();
        if (site is { Ci.Service: not CiService.None })
            TryTellService(site, code);
        return code;
    }

    private IEnumerable<(string Result, int Count)> Counts() =>
        ends.GroupBy(end => end.Result, StringComparer.Ordinal).Select(group => (group.Key, group.Count()));

    private string Line()
    {
        var counts = Counts().Select(one => string.Create(CultureInfo.InvariantCulture, $"{one.Count} {one.Result}"));
        return ends.Count == 0
            ? "no items: the list is empty"
            : string.Create(
                CultureInfo.InvariantCulture,
                $"{ends.Count} item{(ends.Count == 1 ? "" : "s")}: {string.Join(", ", counts)}"
            );
    }

    private void Table()
    {
        var page = new Page(call.Surroundings);
        var items = ends.ConvertAll(end => OneLine.Of(end.Item.Text, LongestItem));
        var width = Math.Max("item".Length, items.Select(item => item.Length).DefaultIfEmpty(0).Max());
        var results = Math.Max("result".Length, ends.Select(end => end.Result.Length).DefaultIfEmpty(0).Max());
        if (ends.Count > 0)
            page.Head($"{"item".PadRight(width)}  {"result".PadRight(results)}  why");
        foreach (var (end, item) in ends.Zip(items))
            page.Row($"{item.PadRight(width)}  {end.Result.PadRight(results)}  {end.Why}".TrimEnd());
        page.Row(Line());
        page.Show();
    }

    private string Json(int code) =>
        JsonText.Line(json =>
        {
            json.WriteString("scope", Scope);
            json.WriteNumber("items", ends.Count);
            json.WriteStartObject("results");
            foreach (var (result, count) in Counts())
                json.WriteNumber(result, count);
            json.WriteEndObject();
            json.WriteNumber("exit_code", code);
        });

    // What became of the items is known by now; a file of the service that can't be written doesn't change it.
    private void TryTellService(Site told, int code)
    {
        try
        {
            TellService(told, code);
        }
        catch (CiOutputException failure)
        {
            call.Surroundings.Say($"warning: later steps will not hear of this batch: {failure.Message}");
        }
    }

    private void TellService(Site told, int code)
    {
        var outputs = Requesting.Outputs(call, told);
        foreach (var (name, count) in Outputs())
            outputs.Set(name, count.ToString(CultureInfo.InvariantCulture));
        outputs.Set("conclusion", code == 0 ? "success" : "failure");
        outputs.Set("scope", Scope);
        outputs.Summarize(Summary());
        if (code != 0)
            outputs.Annotate(new Annotation(AnnotationLevel.Error, Line()));
    }

    private IEnumerable<(string Name, int Count)> Outputs()
    {
        yield return ("items", ends.Count);
        yield return ("done", ends.Count(end => end.Result == "done"));
        yield return ("failed", ends.Count(end => end.IsFailure));
        yield return ("not-needed", ends.Count(end => end is { Code: 0, Result: not "done" }));
        yield return (ItemEnd.NotTriedWord, ends.Count(end => end.Code is null));
    }

    private string Summary()
    {
        var rows = ends.Take(MostRows)
            .Select(end =>
                $"| {Markdown.Text(end.Item.Text)} | {end.Result} | {Markdown.Text(end.Why, LongestSentence)} |\n"
            );
        var rest = ends.Count > MostRows ? $"\n{ends.Count - MostRows} more items are not shown.\n" : "";
        var head = ends.FindLast(end => end.Facts?.Head is not null)?.Facts?.Head is { } known
            ? $", audit head `{known}`"
            : "";
        return $"**Baton**: {Markdown.Text(Line())}\n\n| item | result | why |\n|---|---|---|\n{string.Concat(rows)}{rest}\n"
            + $"Scope {Markdown.Text(Scope)}{head}.\n";
    }
}
