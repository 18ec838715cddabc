using Baton.Engine;
using Baton.Engine.Commands;

namespace Baton.Runtime.Stores.Postgres;

/// <content>Taking new requests for new, without looking.</content>
internal sealed partial class ScopeImage
{
    private readonly HashSet<RunId> _supposed = [];

    /// <summary>Whether it says of some run that there is none, and nobody has looked.</summary>
    public bool IsSupposing => _supposed.Count > 0;

    /// <summary>
    /// Supposes that requests are new: almost every one is, and writing it would fail if it weren't. What else commands
    /// need and isn't in memory is given back, to be read.
    /// </summary>
    public Wanted Suppose(IReadOnlyList<Command> commands)
    {
        _supposed.Clear();
        foreach (var command in commands)
            if (
                command is Command.Request { Ask: var ask }
                && !_runs.ContainsKey(ask.Run)
                && !_requests.ContainsKey(ask.Request)
            )
            {
                _runs[ask.Run] = null;
                _requests[ask.Request] = null;
                _inside[ask.Run] = [];
                _ = _supposed.Add(ask.Run);
            }
        var wanted = Wanted.By(commands);
        wanted.Runs.RemoveWhere(run => _runs.ContainsKey(run) && _inside.ContainsKey(run));
        wanted.Requests.RemoveWhere(_requests.ContainsKey);
        wanted.Resources.RemoveWhere(_resources.ContainsKey);
        return wanted;
    }

    /// <summary>Whether an outcome writes every run that was supposed to be new, so that a mistake can't pass.</summary>
    public bool IsAsSupposed(Outcome outcome) =>
        _supposed.Count == 0
        || outcome.Changes.OfType<Change.PutRun>().Count(put => put.Before is null && _supposed.Contains(put.Run.Id))
            == _supposed.Count;
}
