namespace Baton.Workflows.Expressions.Partial;

/// <summary>What stands around a mark in a text: of the private use, so nobody writes them.</summary>
internal static class Marks
{
    /// <summary>Before it.</summary>
    public const char Open = '\uE000';

    /// <summary>Behind it.</summary>
    public const char Close = '\uE001';
}
