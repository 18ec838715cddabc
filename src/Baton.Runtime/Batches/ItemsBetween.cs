namespace Baton.Runtime.Batches;

/// <summary>What stands between the items of a list.</summary>
public enum ItemsBetween
{
    /// <summary>The ends of lines; a carriage return before one belongs to it.</summary>
    Lines,

    /// <summary>NUL characters, as <c>find -print0</c> and <c>git -z</c> write them; an item may have lines.</summary>
    Nulls,
}
