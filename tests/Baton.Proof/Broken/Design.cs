using Baton.Proof.Exploring;

namespace Baton.Proof.Broken;

/// <summary>
/// A design that people really use and that is broken, as a small model: what Baton does instead is worth something only if the
/// same explorer finds what is wrong here.
/// </summary>
/// <param name="Name">A name for files.</param>
/// <param name="What">The design in a sentence.</param>
/// <param name="Wrong">What must never be so, or what must not be so when all is over (told by the second argument).</param>
/// <param name="Parts">Its actors, and what each does in order.</param>
internal sealed record Design(
    string Name,
    string What,
    Func<Memory, bool, string?> Wrong,
    params IReadOnlyList<Part> Parts
) : IModel<DesignState>
{
    public DesignState Start => new(new(), new int[Parts.Count]);

    public string Likeness(DesignState state) => $"{string.Join(',', state.Places)} {state.Memory}";

    public string? Fault(DesignState state, bool atEnd) => Wrong(state.Memory, atEnd);

    public IEnumerable<Move<DesignState>> Moves(DesignState state)
    {
        for (var index = 0; index < Parts.Count; index++)
        {
            var (part, at) = (index, state.Places[index]);
            if (at < Parts[part].Acts.Count && Parts[part].Acts[at].When?.Invoke(state.Memory) != false)
                yield return new(Parts[part].Actor, () => Take(state, part));
        }
    }

    private (DesignState Next, string Says) Take(DesignState state, int part)
    {
        var act = Parts[part].Acts[state.Places[part]];
        var memory = state.Memory.Copy();
        act.Do(memory);
        var places = state.Places.ToArray();
        places[part] = memory.Over ? Parts[part].Acts.Count : places[part] + 1;
        return (new(memory.Copy(), places), memory.Says is { } says ? $"{act.Says}: {says}" : act.Says);
    }
}

/// <summary>A design at one moment: its memory, and the place of each part.</summary>
internal sealed record DesignState(Memory Memory, IReadOnlyList<int> Places);
