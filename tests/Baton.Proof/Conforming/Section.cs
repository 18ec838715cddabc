namespace Baton.Proof.Conforming;

/// <summary>What the contenders of a round do while they hold: it sees how many are in it at once (promises 1 and 2).</summary>
internal sealed class Section(Contest contest)
{
    private readonly Lock _door = new();
    private readonly HashSet<long> _tokens = [];
    private int _inside;

    /// <summary>How many were in it in all.</summary>
    public int Entries => _tokens.Count;

    /// <summary>Goes in.</summary>
    public void Enter(long token)
    {
        lock (_door)
        {
            if (++_inside > contest.Capacity)
                throw contest.Broken($"{_inside} at once where {contest.Capacity} may be");
            if (!_tokens.Add(token))
                throw contest.Broken($"token {token} was given twice");
            if (contest.Capacity == 1 && token != _tokens.Max())
                throw contest.Broken($"token {token} came after a larger one");
        }
    }

    /// <summary>Goes out.</summary>
    public void Leave()
    {
        lock (_door)
            _inside--;
    }
}
