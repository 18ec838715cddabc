namespace Baton.Proof.Forging;

/// <summary>
/// A made-up repository at a forge that is real in what matters: it has state, changes it only when it is asked to, tells
/// what was, not always what is, and fails before or after it has done something.
/// </summary>
internal sealed class FakeRepository(string name, Func<TimeSpan> clock)
{
    private readonly List<(TimeSpan At, FakeState State)> _past = [(TimeSpan.MinValue, FakeState.Empty)];
    private readonly List<string> _deeds = [];
    private readonly List<(string Deed, TaskCompletionSource Happens)> _awaited = [];
    private long _ids = 1000;

    /// <summary>Whoever reads or changes it has this.</summary>
    public Lock Gate { get; } = new();

    /// <summary><c>owner/name</c>.</summary>
    public string Name => name;

    /// <summary>How old what it tells may be; asked at each read.</summary>
    public Func<TimeSpan> Lag { get; set; } = () => TimeSpan.Zero;

    /// <summary>What goes wrong with a call, of which it is told the method and the path.</summary>
    public Func<string, string, ForgeTrouble> Trouble { get; set; } = (_, _) => ForgeTrouble.None;

    /// <summary>How many items of a list stand on a page at most, whatever is asked for.</summary>
    public int PageSize { get; set; } = 100;

    /// <summary>As it is.</summary>
    public FakeState Now => _past[^1].State;

    /// <summary>The forge's clock.</summary>
    public TimeSpan Time => clock();

    /// <summary>Everything that ever changed, one line each: what was there already, or didn't change, is not among them.</summary>
    public IReadOnlyList<string> Deeds => _deeds;

    /// <summary>How many changes begin with these words.</summary>
    public int Count(string words) => _deeds.Count(deed => deed.StartsWith(words, StringComparison.Ordinal));

    /// <summary>As it was as long ago as it lags.</summary>
    public FakeState Seen()
    {
        var at = Time - Lag();
        return _past.Last(one => one.At <= at).State;
    }

    /// <summary>The next free id.</summary>
    public long NextId() => ++_ids;

    /// <summary>Changes it, and notes the deed.</summary>
    public void Do(string deed, Func<FakeState, FakeState> change)
    {
        lock (Gate)
        {
            _deeds.Add(deed);
            _past.Add((Time, change(Now)));
            foreach (var (_, happens) in _awaited.Where(one => deed.StartsWith(one.Deed, StringComparison.Ordinal)))
                happens.TrySetResult();
        }
    }

    /// <summary>Done as soon as something with these words has changed.</summary>
    public Task Happens(string deed)
    {
        lock (Gate)
        {
            var happens = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _awaited.Add((deed, happens));
            if (Count(deed) > 0)
                happens.SetResult();
            return happens.Task;
        }
    }

    /// <summary>Somebody opens an issue.</summary>
    public FakeRepository HasIssue(long number, params string[] labels)
    {
        Do($"issue {number}", state => state.With(new FakeIssue(number) { Labels = labels }));
        return this;
    }

    /// <summary>Somebody pushes a branch.</summary>
    public void Push(string branch) =>
        Do($"branch {branch}", state => state with { Branches = state.Branches.SetItem(branch, new string('a', 40)) });

    /// <summary>Somebody opens a pull request.</summary>
    public long OpenPullRequest(string head, long? closes = null)
    {
        var number = NextId();
        Do(
            $"pull request from {head}",
            state => state with { PullRequests = state.PullRequests.Insert(0, new(number, head, closes)) }
        );
        return number;
    }

    /// <summary>A run's attempt is at work, or over.</summary>
    public void SetRun(long id, int attempt, string? conclusion) =>
        Do(
            $"run {id} {conclusion ?? "starts"}",
            state =>
                state with
                {
                    Runs = state
                        .Runs.RemoveAll(run => run.Id == id && run.Attempt == attempt)
                        .Add(new(id, attempt, conclusion, Time)),
                }
        );
}
