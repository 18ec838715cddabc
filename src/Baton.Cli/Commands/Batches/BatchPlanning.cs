using System.Diagnostics;
using Baton.Cli.Options;
using Baton.Engine.Resources;
using Baton.Runtime.Asking;
using Baton.Runtime.Batches;
using Baton.Workflows.Findings;

namespace Baton.Cli.Commands.Batches;

/// <summary>
/// Makes the requests of a batch, all of them before the first is asked: an item that can't be made a name is told while
/// nothing is half done.
/// </summary>
internal static class BatchPlanning
{
    private const string StandardInput = "-";
    private const int MostTold = 20;

    /// <summary>Reads the list and makes a request of each item.</summary>
    /// <exception cref="AskingException">The list, an item or the command is wrong.</exception>
    public static IReadOnlyList<PlannedItem> Plan(Invocation call, Site site)
    {
        RefuseFault(call);
        var (planned, problems) = (new List<PlannedItem>(), new List<AskingException>());
        foreach (var item in Items(call))
            try
            {
                planned.Add(new PlannedItem(item, Requesting.Plan(call, site, item.Text)));
            }
            catch (AskingException problem) when (GoesOn(call, problem))
            {
                planned.Add(new PlannedItem(item, null) { Problem = problem });
            }
            catch (AskingException problem) when (problem.Fault == AskingFault.Input)
            {
                problems.Add(Named(item, problem));
            }
        if (problems.Count > 0)
            throw new AskingException(AskingFault.Input, [.. Lines(problems)]);
        RefuseOneKey(planned);
        return planned;
    }

    /// <summary>Reads the list for somebody who only observes where no request can be made at all.</summary>
    /// <exception cref="AskingException">The list or the command is wrong.</exception>
    public static IReadOnlyList<PlannedItem> WithoutRequests(Invocation call, AskingException problem)
    {
        RefuseFault(call);
        return [.. Items(call).Select(item => new PlannedItem(item, null) { Problem = problem })];
    }

    /// <summary>Whether the commands are to run although a request can't be made.</summary>
    public static bool GoesOn(Invocation call, AskingException problem) =>
        !call.Has(CommonOptions.DryRun) && Requesting.Observes(call, problem);

    private static void RefuseFault(Invocation call)
    {
        if (ItemCommand.Fault(call.Command) is { } fault)
            throw new AskingException(AskingFault.Usage, fault);
    }

    private static AskingException Named(Item item, AskingException problem) =>
        new(AskingFault.Input, [.. problem.Lines.Select(line => $"item {item.Number} of the list: {line}")]);

    private static IEnumerable<string> Lines(List<AskingException> problems)
    {
        foreach (var line in problems.Take(MostTold).SelectMany(problem => problem.Lines))
            yield return line;
        if (problems.Count > MostTold)
            yield return $"{problems.Count - MostTold} more items are wrong";
        yield return "nothing was started";
    }

    /// <summary>With one key for all items, the first would make duplicates of the others.</summary>
    private static void RefuseOneKey(List<PlannedItem> planned)
    {
        var keys = planned
            .Where(one => one.Item.Repeats is null && one.Plan is not null)
            .Select(one => string.Join('\n', KeysOf(one.Plan!)))
            .ToList();
        if (keys.Count > 1 && keys[0].Length > 0 && keys.Distinct(StringComparer.Ordinal).Count() == 1)
            throw new AskingException(
                AskingFault.Usage,
                $"every item would have the key {OneLine.Quoted(keys[0].Split('\n')[0])}, and only one could run",
                $"put the item into its name: --key 'issue-{ItemCommand.Place}'"
            );
    }

    private static IEnumerable<string> KeysOf(Plan plan) =>
        plan.Ask.Needs.Where(need => need.Resource.Kind == ResourceKind.Key).Select(need => need.Resource.Name);

    private static IReadOnlyList<Item> Items(Invocation call)
    {
        var from = call.Get(BatchOptions.From) ?? StandardInput;
        var between = call.Has(BatchOptions.Null) ? ItemsBetween.Nulls : ItemsBetween.Lines;
        var name = from == StandardInput ? "the list on standard input" : OneLine.Of(from);
        return ItemList.Read(Bytes(call, (from, name)), between) switch
        {
            ItemsReading.Read read => read.Items,
            ItemsReading.Malformed malformed => throw new AskingException(
                AskingFault.Input,
                $"{name}, {malformed.Message}"
            ),
            _ => throw new UnreachableException("a list is read or malformed"),
        };
    }

    private static byte[] Bytes(Invocation call, (string Path, string Name) from)
    {
        try
        {
            using var stream =
                from.Path == StandardInput
                    ? call.Surroundings.Input()
                    : File.OpenRead(Path.Combine(call.Surroundings.Folder, from.Path));
            using var bytes = new MemoryStream();
            var piece = new byte[64 << 10];
            for (int count; (count = stream.Read(piece)) > 0 && bytes.Length <= ItemList.MostBytes; )
                bytes.Write(piece, 0, count);
            return bytes.Length <= ItemList.MostBytes
                ? bytes.ToArray()
                : throw new AskingException(
                    AskingFault.Input,
                    $"{from.Name} has more than {ItemList.MostBytes >> 20} MiB: a batch is smaller"
                );
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new AskingException(
                AskingFault.Input,
                $"{from.Name} can't be read: {OneLine.Of(failure.Message, 300)}"
            );
        }
    }
}
