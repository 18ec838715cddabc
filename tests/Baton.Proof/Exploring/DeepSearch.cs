using System.Security.Cryptography;
using System.Text;
using Baton.Proof.Checks;

namespace Baton.Proof.Exploring;

/// <summary>
/// Depth first: keeps one way at a time, so states may be large. Each state is entered once, known again by a hash of its
/// likeness. Ends at the first fault, or when <paramref name="goOn"/> says no (asked with the number of states).
/// </summary>
internal sealed class DeepSearch<TState>(IModel<TState> model, Func<int, bool> goOn)
{
    private readonly HashSet<UInt128> _seen = [];
    private readonly Stack<(IEnumerator<Move<TState>> Moves, TState State)> _way = new();
    private readonly Stack<(string Actor, string Says)> _told = new();
    private long _steps;
    private int _ends;
    private bool _moved;

    public Exploration Run()
    {
        try
        {
            Enter(model.Start);
            while (_way.Count > 0 && goOn(_seen.Count))
                Go();
            return Result(_way.Count == 0, null);
        }
        catch (BrokenPromiseException broken)
        {
            return Result(false, broken.Message);
        }
    }

    private void Go()
    {
        var (moves, state) = _way.Peek();
        if (!moves.MoveNext())
        {
            Leave(state);
            return;
        }
        var move = moves.Current;
        _told.Push((move.Actor, "…"));
        var (next, says) = move.Take();
        _told.Pop();
        _told.Push((move.Actor, says));
        _steps++;
        _moved = true;
        if (!Enter(next))
            _told.Pop();
    }

    private bool Enter(TState state)
    {
        if (!_seen.Add(Hash(model.Likeness(state))))
            return false;
        if (model.Fault(state, atEnd: false) is { } fault)
            throw new BrokenPromiseException(fault);
        _way.Push((model.Moves(state).GetEnumerator(), state));
        _moved = false;
        return true;
    }

    /// <summary>A state that was entered and left without a move between is an end.</summary>
    private void Leave(TState state)
    {
        if (!_moved)
        {
            _ends++;
            if (model.Fault(state, atEnd: true) is { } fault)
                throw new BrokenPromiseException(fault);
        }
        _way.Pop().Moves.Dispose();
        _moved = true;
        if (_told.Count > 0)
            _told.Pop();
    }

    private Exploration Result(bool whole, string? fault) =>
        new(_seen.Count, _steps, _ends, whole, fault, fault is null ? [] : [.. _told.Reverse()]);

    private static UInt128 Hash(string likeness)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(likeness), hash);
        return System.Buffers.Binary.BinaryPrimitives.ReadUInt128LittleEndian(hash);
    }
}
