namespace Baton.Workflows.Expressions.Embedding;

/// <summary>A piece of a text with expressions in it.</summary>
public abstract record EmbeddedPart
{
    private EmbeddedPart() { } // closed: every case is here

    /// <summary>What stands between expressions.</summary>
    public sealed record Literal(string Text) : EmbeddedPart;

    /// <summary>What stands between <c>${{</c> and <c>}}</c>, without spaces around it.</summary>
    /// <param name="Expression">The expression.</param>
    /// <param name="Start">Where it starts in the text, from 0.</param>
    public sealed record Embedded(Expression Expression, int Start) : EmbeddedPart;
}
