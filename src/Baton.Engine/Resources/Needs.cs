using System.Collections;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace Baton.Engine.Resources;

/// <summary>All that a run needs, each resource once. Made as a collection expression: <c>[Need.Group("deploy")]</c>.</summary>
[CollectionBuilder(typeof(Needs), nameof(Make))]
public sealed class Needs : IReadOnlyList<Need>
{
    private readonly ImmutableArray<Need> _needs;

    private Needs(ImmutableArray<Need> needs) => _needs = needs;

    /// <summary>Needs in their order.</summary>
    public static Needs Make(ReadOnlySpan<Need> needs) => new([.. needs]);

    /// <inheritdoc/>
    public int Count => _needs.Length;

    /// <inheritdoc/>
    public Need this[int index] => _needs[index];

    /// <summary>What is needed of a resource, if anything is.</summary>
    public Need? Of(ResourceName resource)
    {
        foreach (var need in _needs)
            if (need.Resource == resource)
                return need;
        return null;
    }

    /// <summary>Goes through the needs; the rules do so all the time, so it costs no memory.</summary>
    public ImmutableArray<Need>.Enumerator GetEnumerator() => _needs.GetEnumerator();

    IEnumerator<Need> IEnumerable<Need>.GetEnumerator() => ((IEnumerable<Need>)_needs).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => ((IEnumerable)_needs).GetEnumerator();
}
