using System.Text;

namespace Baton.Cli.Output;

/// <summary>
/// Text for people: on a terminal in 80 columns and with the important words set off, else plain, one fact a line.
/// https://no-color.org says what NO_COLOR means.
/// </summary>
public sealed class Page(Surroundings surroundings)
{
    private const int Width = 80;
    private readonly StringBuilder text = new();
    private readonly bool forPerson = surroundings.OutputIsTerminal();

    private bool HasColour => surroundings.CanRedraw() && surroundings.Set("NO_COLOR") is null;

    /// <summary>Adds a line that others stand below.</summary>
    public void Head(string line) => text.Append(HasColour ? $"\u001b[1m{line}\u001b[0m" : line).Append('\n');

    /// <summary>Adds a line, indented; a long one goes on below itself on a terminal.</summary>
    public void Line(string line, int indent = 0)
    {
        text.Append(' ', indent);
        var at = indent;
        foreach (var word in line.Split(' '))
        {
            if (forPerson && at > indent && at + 1 + word.Length > Width)
            {
                text.Append('\n').Append(' ', indent);
                at = indent;
            }
            else if (at > indent)
            {
                text.Append(' ');
                at++;
            }

            text.Append(word);
            at += word.Length;
        }

        text.Append('\n');
    }

    /// <summary>Adds a line that stays one line, as a row of a table does.</summary>
    public void Row(string line) => text.Append(line).Append('\n');

    /// <summary>Adds an empty line.</summary>
    public void Gap() => text.Append('\n');

    /// <summary>Writes it all to standard output.</summary>
    public void Show() => surroundings.Out.Write(text.ToString());
}
