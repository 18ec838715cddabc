namespace Baton.Proof.Simulating;

/// <summary>What goes wrong, how often, and until when: after healing nothing does any more.</summary>
internal sealed class Faults(Random chance)
{
    private readonly long[] _counts = new long[Enum.GetValues<Fault>().Length];
    private readonly int _oneOf = new[] { 8, 15, 40, 200 }[chance.Next(4)];

    /// <summary>Whether everything is well from now on.</summary>
    public bool Healed { get; set; }

    /// <summary>Whether the store can't be reached.</summary>
    public bool StoreIsAway { get; set; }

    public long Count(Fault fault) => _counts[(int)fault];

    public void Note(Fault fault) => _counts[(int)fault]++;

    /// <summary>Whether it happens now, by chance.</summary>
    public bool Happens(Fault fault)
    {
        if (Healed || chance.Next(_oneOf) != 0)
            return false;
        Note(fault);
        return true;
    }
}
