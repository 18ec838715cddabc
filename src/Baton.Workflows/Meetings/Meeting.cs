namespace Baton.Workflows.Meetings;

/// <summary>Whether two runs take one group.</summary>
public abstract record Meeting
{
    private Meeting() { } // closed: every case is here

    /// <summary>They do, whatever they are about.</summary>
    /// <param name="Name">The group.</param>
    public sealed record Always(string Name) : Meeting
    {
        /// <inheritdoc/>
        public override string ToString() => $"always: {Name}";
    }

    /// <summary>They do where they concern the same thing.</summary>
    /// <param name="Things">What has to be the same, or to hold.</param>
    public sealed record SameThing(IReadOnlyList<string> Things) : Meeting
    {
        /// <inheritdoc/>
        public override string ToString() => $"with the same {string.Join(" and ", Things)}";

        /// <inheritdoc/>
        public bool Equals(SameThing? other) => other is not null && Things.SequenceEqual(other.Things);

        /// <inheritdoc/>
        public override int GetHashCode() => Things.Count;
    }

    /// <summary>They never do.</summary>
    /// <param name="Why">One sentence without its full stop.</param>
    public sealed record Never(string Why) : Meeting
    {
        /// <inheritdoc/>
        public override string ToString() => $"never: {Why}";
    }

    /// <summary>They do, and nothing in the files says that they should.</summary>
    /// <param name="Name">The group.</param>
    /// <param name="Why">One sentence without its full stop.</param>
    public sealed record ByAccident(string Name, string Why) : Meeting
    {
        /// <inheritdoc/>
        public override string ToString() => $"by accident: {Why}";
    }

    /// <summary>It isn't known.</summary>
    /// <param name="Why">One sentence without its full stop.</param>
    public sealed record CantSay(string Why) : Meeting
    {
        /// <inheritdoc/>
        public override string ToString() => $"can't say: {Why}";
    }

    /// <summary>Whether two runs that one and the same thing started take one group, as far as anybody can tell.</summary>
    public bool OfOneThing => this is Always or SameThing or ByAccident;
}
