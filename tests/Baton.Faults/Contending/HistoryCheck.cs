using System.Globalization;

namespace Baton.Faults.Contending;

/// <summary>
/// Looks through the history of a contest for broken promises. It knows no rule about who should have run, only what must
/// never have happened, so that it is no second engine.
/// </summary>
/// <param name="history">What happened: what the commands saw in their own order, then what the audit says in its.</param>
/// <param name="lease">The lease that was asked for.</param>
public sealed class HistoryCheck(IReadOnlyList<Happened> history, TimeSpan lease)
{
    /// <summary>The request of who asks when all is over: nothing is in its way any more.</summary>
    public const string Last = "last";

    private readonly List<string> _broken = [];

    /// <summary>Every broken promise, with its number.</summary>
    public IReadOnlyList<string> Broken()
    {
        _broken.Clear();
        Exclusion();
        Tokens();
        Windows();
        Requests();
        WakeUps();
        Durability();
        Evidence();
        Audit();
        return _broken;
    }

    /// <summary>1: who was in before somebody else came in says nothing any more, and nobody sees another at work.</summary>
    private void Exclusion()
    {
        string? inside = null;
        foreach (var one in history)
            if (one.What == Happened.Beside)
                Add(1, $"run {one.Run} found another one at work");
            else if (one.What == Happened.In)
                inside = one.Run;
            else if (one.What == Happened.Out && one.Run != inside)
                Add(1, $"run {one.Run} was at work when run {inside} had begun");
    }

    /// <summary>2: tokens grow, as the commands see them and as the audit says.</summary>
    private void Tokens()
    {
        foreach (var what in (string[])[Happened.In, Happened.Granted])
        {
            var last = 0L;
            foreach (var one in history.Where(one => one.What == what))
            {
                if (one.Token <= last)
                    Add(2, $"run {one.Run} has token {Number(one.Token)} after {Number(last)} ({what})");
                last = Math.Max(last, one.Token ?? 0);
            }
        }
    }

    /// <summary>3: one success for a key within its window, which no contest outlasts; and if all who asked were answered, one at least.</summary>
    private void Windows()
    {
        foreach (
            var asked in history.Where(one => one is { What: Happened.Asked, Key: not null }).GroupBy(one => one.Key)
        )
        {
            var requests = asked.Select(one => one.Request).ToHashSet();
            var done = history
                .Where(one => one is { What: Happened.In, Key: not null } && one.Key == asked.Key)
                .Where(one => EndOf(one.Run) == "success")
                .Select(one => one.Run)
                .Distinct()
                .Count();
            if (done > 1)
                Add(3, $"key {asked.Key} was done {Number(done)} times");
            var answers = history
                .Where(one => one.What == Happened.Answered && requests.Contains(one.Request))
                .ToList();
            if (done == 0 && answers.Count > 0 && answers.All(one => one.Code == 0))
                Add(3, $"key {asked.Key} was done by nobody, and everybody was told that it was");
        }
    }

    /// <summary>4: a request has one run, however often it was sent, and that one begins once with a token.</summary>
    private void Requests()
    {
        foreach (
            var sent in history
                .Where(one => one is { What: Happened.In, Request: not null })
                .GroupBy(one => one.Request)
        )
            if (sent.Count() > 1)
                Add(
                    4,
                    $"request {sent.Key} began {Number(sent.Count())} times: {string.Join(", ", sent.Select(one => one.Run))}"
                );
    }

    /// <summary>5: nobody is left in line, and whoever asked was answered.</summary>
    private void WakeUps()
    {
        foreach (var one in history.Where(one => one.What == Happened.Left && one.Code != 0))
            Add(5, $"{Number(one.Code)} runs were left with nothing in their way");
        foreach (var one in history.Where(one => one is { What: Happened.Answered, Request: Last } && one.Code != 0))
            Add(5, $"who came last was answered {Number(one.Code)}");
        foreach (var one in history.Where(one => one.What == Happened.Asked))
            if (!history.Any(other => other.What == Happened.Answered && other.Request == one.Request))
                Add(5, $"request {one.Request} was never answered");
    }

    /// <summary>8: what somebody was told stands in the audit: who was in was granted, who ended well was recorded so.</summary>
    private void Durability()
    {
        foreach (var one in history.Where(one => one.What == Happened.In))
        {
            if (
                !history.Any(other =>
                    other.What == Happened.Granted && other.Run == one.Run && other.Token == one.Token
                )
            )
                Add(8, $"run {one.Run} began with token {Number(one.Token)}, and the audit has no such grant");
            var heard = history.Any(other =>
                other is { What: Happened.Answered, Code: 0 } && other.Request == one.Request && one.Request is not null
            );
            if (heard && EndOf(one.Run) != "success")
                Add(8, $"run {one.Run} was told that it succeeded, and the audit says {EndOf(one.Run) ?? "nothing"}");
        }
    }

    /// <summary>9: a loss has evidence: the kernel's word, or a watch as long as the lease (or as a grant has to be taken up).</summary>
    private void Evidence()
    {
        foreach (var one in history.Where(one => one is { What: Happened.Ended, Conclusion: "lost" }))
            if (one.Reason != "owner-dead" && !(one.Reason == "unrenewed" && one.Unrenewed >= lease.TotalSeconds))
                Add(9, $"run {one.Run} was called lost with {one.Reason ?? "nothing"} for {Number(one.Unrenewed)} s");
    }

    /// <summary>10: the audit has no gap and is whole.</summary>
    private void Audit()
    {
        long? before = null;
        foreach (var number in history.Select(one => one.Number).OfType<long>())
        {
            if (before is { } last && number != last + 1)
                Add(10, $"entry {Number(number)} follows {Number(last)}");
            before = number;
        }
        foreach (var one in history.Where(one => one.What == Happened.Verified && one.Code != 0))
            Add(10, $"verifying ended with {Number(one.Code)}");
    }

    private string? EndOf(string? run) =>
        history.LastOrDefault(one => one.What == Happened.Ended && one.Run == run)?.Conclusion;

    private void Add(int promise, string what) => _broken.Add($"promise {Number(promise)}: {what}");

    private static string Number(IFormattable? number) =>
        number?.ToString(null, CultureInfo.InvariantCulture) ?? "none";
}
