using System.Text;

namespace Baton.Cli.Output;

/// <summary>
/// A terminal on which the same view is drawn again and again. It is never cleared, which would flicker: each line
/// takes the place of the old one, in one write. Nothing has to be put back when the program is killed.
/// https://www.ecma-international.org/publications-and-standards/standards/ecma-48/
/// </summary>
public sealed class Canvas(Surroundings surroundings)
{
    private const string Home = "\u001b[H",
        CutLongLines = "\u001b[?7l",
        WrapLongLines = "\u001b[?7h",
        RemoveLine = "\u001b[2K",
        RemoveBelow = "\u001b[J",
        Plain = "\u001b[0m";

    private readonly bool hasColour = surroundings.Set("NO_COLOR") is null;

    /// <summary>How much it shows now; a person may change that at any time.</summary>
    public TerminalSize Size => surroundings.Terminal();

    /// <summary>Draws a view over the last one.</summary>
    public void Draw(IReadOnlyList<LiveLine> lines)
    {
        var text = new StringBuilder(CutLongLines).Append(Home);
        foreach (var line in lines)
            text.Append(RemoveLine).Append(Painted(line)).Append("\r\n");
        text.Append(RemoveBelow).Append(WrapLongLines);
        surroundings.Out.Write(text.ToString());
    }

    private string Painted(LiveLine line) =>
        hasColour && line.Text.Length > 0 && Style(line.Kind) is { } style ? $"{style}{line.Text}{Plain}" : line.Text;

    private static string? Style(LiveLineKind kind) =>
        kind switch
        {
            LiveLineKind.Head => "\u001b[1m",
            LiveLineKind.PausedHead => "\u001b[1;35m",
            LiveLineKind.Running => "\u001b[32m",
            LiveLineKind.Passed => "\u001b[33m",
            LiveLineKind.Aside => "\u001b[2m",
            _ => null,
        };
}
