using Baton.Cli.Commands;
using Baton.Cli.Commands.Batches;
using Baton.Cli.Options;
using Baton.Runtime.Batches;
using Baton.Runtime.Wording;
using Baton.Workflows.Findings;

namespace Baton.Cli.Output.Batches;

/// <summary>What <c>baton each --dry-run</c> says: what would be asked and started for each item.</summary>
internal static class BatchPlanPage // in a dry run every item has its request
{
    private const int LongestWord = 60;

    /// <summary>Writes it to standard output; gives the exit code.</summary>
    public static int Tell(Invocation call, IReadOnlyList<PlannedItem> items)
    {
        foreach (var one in items)
            call.Surroundings.Out.Write(call.Has(CommonOptions.Json) ? Json(call, one) : Lines(call, one));
        if (!call.Has(CommonOptions.Json))
            call.Surroundings.Out.Write($"{items.Count} items; nothing was asked: this is a dry run\n");
        return (int)ExitCode.Success;
    }

    private static string Lines(Invocation call, PlannedItem one)
    {
        var needs = one.Plan!.Ask.Needs.Select(need => Telling.Resource(need.Resource));
        var command = ItemCommand.For(call.Command, one.Item.Text).Select(word => OneLine.Of(word, LongestWord));
        var item = OneLine.Of(one.Item.Text, LongestWord);
        return one.Item.Repeats is { } first
            ? $"{item}: the same as item {first.Number} of the list\n"
            : $"{item}: {string.Join(" and ", needs)}; {string.Join(' ', command)}\n";
    }

    private static string Json(Invocation call, PlannedItem one) =>
        JsonText.Line(json =>
        {
            json.WriteNumber("number", one.Item.Number);
            json.WriteString("item", one.Item.Text);
            json.Put("repeats", one.Item.Repeats?.Number);
            json.WriteStartArray("command");
            foreach (var word in ItemCommand.For(call.Command, one.Item.Text))
                json.WriteStringValue(word);
            json.WriteEndArray();
            PlanPage.Write(json, one.Plan!);
        });
}
