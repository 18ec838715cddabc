using System.Globalization;
using System.Text;

namespace Baton.Cli.Output.Reports;

/// <summary>Counts with their names, one bar below the other, as SVG.</summary>
internal static class BarChart
{
    private const double Width = 1000;
    private const double Names = 230;
    private const double Row = 26;
    private const double Figures = 70;

    /// <summary>Draws it.</summary>
    public static string Of(IReadOnlyList<(string Name, int Count)> rows)
    {
        var svg = new StringBuilder();
        svg.Append(
            CultureInfo.InvariantCulture,
            $"<svg viewBox=\"0 0 {Width} {rows.Count * Row}\" role=\"img\" aria-label=\"counts\">\n"
        );
        var most = Math.Max(1, rows.Max(row => row.Count));
        foreach (var (place, (name, count)) in rows.Index())
        {
            var (y, length) = (place * Row, (Width - Names - Figures) * count / most);
            svg.Append(
                CultureInfo.InvariantCulture,
                $"<text x=\"{Names - 10}\" y=\"{y + 17}\" text-anchor=\"end\">{ReportHtml.Text(name)}</text>"
            );
            svg.Append(
                CultureInfo.InvariantCulture,
                $"<rect class=\"prevented\" x=\"{Names}\" y=\"{y + 5}\" width=\"{Math.Max(1, length):0.##}\" height=\"{Row - 10}\" rx=\"2\"/>"
            );
            svg.Append(
                CultureInfo.InvariantCulture,
                $"<text x=\"{Names + length + 8:0.##}\" y=\"{y + 17}\">{ReportFacts.Count(count)}</text>\n"
            );
        }
        return svg.Append("</svg>").ToString();
    }
}
