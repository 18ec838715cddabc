using System.Globalization;
using System.Text;
using Baton.Runtime.Reporting;

namespace Baton.Cli.Output.Reports;

/// <summary>Runs by day, as SVG: those that ran, and on top of them those that did not start.</summary>
internal static class DayChart
{
    private const double Width = 1000;
    private const double Height = 220;
    private const double Left = 46;
    private const double Bottom = 24;
    private const double Top = 8;
    private const int MostLabels = 16;

    /// <summary>Draws it.</summary>
    public static string Of(IReadOnlyList<(DateOnly Day, RunTally Tally)> days)
    {
        var svg = new StringBuilder();
        svg.Append(
            CultureInfo.InvariantCulture,
            $"<svg viewBox=\"0 0 {Width} {Height}\" role=\"img\" aria-label=\"runs by day\">\n"
        );
        var most = Round(Math.Max(1, days.Max(day => day.Tally.Asked)));
        foreach (var share in (double[])[0, 0.5, 1])
            Line(svg, most, share);
        var step = (Width - Left) / days.Count;
        var every = (days.Count + MostLabels - 1) / MostLabels;
        foreach (var (place, (day, tally)) in days.Index())
        {
            var x = Left + (place * step);
            var ran = Of(tally.Asked - tally.Prevented, most);
            var prevented = Of(tally.Prevented, most);
            svg.Append("<g>");
            Bar(svg, "ran", x, (Base - ran, step, ran));
            Bar(svg, "prevented", x, (Base - ran - prevented, step, prevented));
            svg.Append(
                CultureInfo.InvariantCulture,
                $"<title>{day:yyyy-MM-dd}: {tally.Asked} asked, {tally.Asked - tally.Prevented} ran, {tally.Prevented} did not start</title></g>\n"
            );
            if (place % every == 0)
                svg.Append(
                    CultureInfo.InvariantCulture,
                    $"<text x=\"{x + (step / 2):0.#}\" y=\"{Height - 6:0.#}\" text-anchor=\"middle\">{day:MM-dd}</text>\n"
                );
        }
        return svg.Append("</svg>").ToString();
    }

    private static double Base => Height - Bottom;

    private static double Of(int count, int most) => (Base - Top) * count / most;

    private static void Line(StringBuilder svg, int most, double share)
    {
        var y = Base - ((Base - Top) * share);
        svg.Append(
            CultureInfo.InvariantCulture,
            $"<line class=\"grid\" x1=\"{Left}\" x2=\"{Width}\" y1=\"{y:0.#}\" y2=\"{y:0.#}\"/>"
        );
        svg.Append(
            CultureInfo.InvariantCulture,
            $"<text x=\"{Left - 6}\" y=\"{y + 4:0.#}\" text-anchor=\"end\">{most * share:0.#}</text>\n"
        );
    }

    private static void Bar(StringBuilder svg, string kind, double x, (double Y, double Step, double Height) at)
    {
        if (at.Height > 0)
            svg.Append(
                CultureInfo.InvariantCulture,
                $"<rect class=\"{kind}\" x=\"{x + (at.Step * 0.1):0.##}\" y=\"{at.Y:0.##}\" width=\"{at.Step * 0.8:0.##}\" height=\"{at.Height:0.##}\"/>"
            );
    }

    // Up to a number that a scale may end with: 1, 2 or 5 and zeros.
    private static int Round(int count)
    {
        for (var unit = 1; ; unit *= 10)
            foreach (var step in (int[])[1, 2, 5])
                if (step * unit >= count)
                    return step * unit;
    }
}
