namespace Baton.Cli.Output;

/// <summary>How much a terminal shows at once.</summary>
/// <param name="Columns">Letters in a line.</param>
/// <param name="Rows">Lines.</param>
public readonly record struct TerminalSize(int Columns, int Rows)
{
    /// <summary>What is taken where the terminal doesn't say.</summary>
    public static readonly TerminalSize Usual = new(80, 24);
}
