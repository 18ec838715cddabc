namespace Baton.Benchmarks.Measuring;

/// <summary>One line of the table: the same figure of Baton and of what somebody would take instead.</summary>
/// <param name="What">What was measured.</param>
/// <param name="Unit">In what.</param>
/// <param name="Values">Who came to what.</param>
/// <param name="Aims">What it should come to.</param>
internal sealed record Line(string What, string Unit, IReadOnlyList<Value> Values, params IReadOnlyList<Aim> Aims)
{
    /// <summary>The amount of one, if there is one.</summary>
    public double? Of(string who) => Values.FirstOrDefault(value => value.Who == who)?.Amount;
}

/// <summary>What one came to.</summary>
/// <param name="Who">Baton or a peer.</param>
/// <param name="Amount">The figure; none if there is none.</param>
/// <param name="Instead">Why there is none, or what to know of the figure.</param>
internal sealed record Value(string Who, double? Amount, string? Instead = null)
{
    /// <summary>The figure; none if there is none.</summary>
    public double? Amount { get; } = Aim.Known(Amount);
}
