namespace Baton.Proof.Chance;

/// <summary>What happens in a world.</summary>
internal sealed record WorldKind(bool Keys, bool Bursts, bool Nested, bool Operated)
{
    /// <summary>All of it.</summary>
    public static readonly WorldKind Everything = new(true, true, true, true);
}
