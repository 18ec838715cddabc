namespace Baton.Engine.Resources;

/// <summary>The three kinds of names, which never meet: a group `x`, a key `x` and a rate `x` are three resources.</summary>
public enum ResourceKind
{
    /// <summary>Taken at the grant.</summary>
    Group,

    /// <summary>Capacity 1 and a line of 0, taken at the asking.</summary>
    Key,

    /// <summary>Counts starts in a span: its holds linger from the grant, whatever becomes of the run.</summary>
    Rate,
}
